namespace WeChatSandbox.Control;

internal sealed record LoginBody(string OpenId, string? UnionId, string? AppId);
