namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>Where the guide's third-party platform keeps its tokens: a service of the host's own.</summary>
public interface IPlatformTokens
{
    ValueTask<string> GetComponentAccessTokenAsync(CancellationToken cancellationToken = default);

    ValueTask<string> GetAuthorizerAccessTokenAsync(string appId, CancellationToken cancellationToken = default);
}
