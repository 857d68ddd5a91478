namespace WeChatSandbox.Control;

internal sealed record EncryptBody(string OpenId, string Json, string? AppId);
