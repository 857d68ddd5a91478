namespace WeChatSandbox.Control;

internal sealed record TokenReply(string AccessToken);
