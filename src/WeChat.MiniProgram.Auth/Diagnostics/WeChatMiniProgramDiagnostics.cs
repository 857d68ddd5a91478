namespace WeChat.MiniProgram.Auth;

/// <summary>The names under which the package tells what it does.</summary>
public static class WeChatMiniProgramDiagnostics
{
    /// <summary>The category of every log line of the package. No line, at any level, shows a secret or a user.</summary>
    public const string LoggerCategory = "WeChat.MiniProgram.Auth";
}
