namespace WeChatSandbox.Control;

internal sealed record PluginLoginBody(string OpenId, string? PluginAppId, string? AppId);
