namespace WeChat.MiniProgram.Auth;

/// <summary>The third-party platform that apps have authorised, and where the host keeps its tokens.</summary>
internal sealed class ComponentPlatform(
    string appId,
    Func<CancellationToken, ValueTask<string>> getComponentAccessToken,
    Func<string, CancellationToken, ValueTask<string>>? getAuthorizerAccessToken)
{
    public string AppId => appId;

    public async ValueTask<string> GetComponentAccessTokenAsync(CancellationToken cancellationToken) =>
        Checked(
            await getComponentAccessToken(cancellationToken).UntilCancelled(cancellationToken).ConfigureAwait(false),
            nameof(getComponentAccessToken));

    public async ValueTask<string> GetAuthorizerAccessTokenAsync(string authorizerAppId, CancellationToken cancellationToken)
    {
        if (getAuthorizerAccessToken is null)
        {
            throw new InvalidOperationException(
                "This call needs the authorizer's access_token: pass UseComponentPlatform a getAuthorizerAccessToken.");
        }

        return Checked(
            await getAuthorizerAccessToken(authorizerAppId, cancellationToken).UntilCancelled(cancellationToken).ConfigureAwait(false),
            nameof(getAuthorizerAccessToken));
    }

    private static string Checked(string? accessToken, string callback) =>
        string.IsNullOrEmpty(accessToken) ? throw new InvalidOperationException($"{callback} gave no token.") : accessToken!;
}
