namespace WeChatSandbox.Control;

internal sealed record CodeReply(string Code);
