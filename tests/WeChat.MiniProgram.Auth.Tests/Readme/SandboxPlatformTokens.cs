using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The tokens of a third-party platform that the sandbox knows.</summary>
internal sealed class SandboxPlatformTokens(Sandbox weChat, string componentAppId) : IPlatformTokens
{
    public ValueTask<string> GetComponentAccessTokenAsync(CancellationToken cancellationToken = default) =>
        new(weChat.ComponentAccessToken(componentAppId));

    public ValueTask<string> GetAuthorizerAccessTokenAsync(string appId, CancellationToken cancellationToken = default) =>
        new(weChat.AuthorizerAccessToken(componentAppId, appId));
}
