namespace WeChat.MiniProgram.Auth.Tests;

// README begins
public interface IPlatformTokens
{
    ValueTask<string> GetComponentAccessTokenAsync(CancellationToken cancellationToken = default);

    ValueTask<string> GetAuthorizerAccessTokenAsync(string appId, CancellationToken cancellationToken = default);
}

// README ends
