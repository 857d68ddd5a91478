namespace WeChat.MiniProgram.Auth; internal static class Placeholder;
