namespace WeChatSandbox.Control;

internal sealed record LoginReply(string Code);
