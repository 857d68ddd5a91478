namespace WeChat.MiniProgram.Auth;

/// <summary>The tokens of an app that has authorised a third-party platform: the host has them, and keeps them fresh.</summary>
internal sealed class AuthorizerAccessTokenProvider(AppOptions options, ComponentPlatform platform) : IAccessTokenProvider
{
    public ValueTask<string> GetAccessTokenAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return platform.GetAuthorizerAccessTokenAsync(options.Current.AppId, cancellationToken);
    }

    public void Invalidate(string accessToken) => Guard.NotNull(accessToken);
}
