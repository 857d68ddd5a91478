namespace WeChatSandbox.Control;

internal sealed record ComponentBody(string ComponentAppId, string? AppId);
