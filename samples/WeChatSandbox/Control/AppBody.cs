namespace WeChatSandbox.Control;

internal sealed record AppBody(string? AppId);
