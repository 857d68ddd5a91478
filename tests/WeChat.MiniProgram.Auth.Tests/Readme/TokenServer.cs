namespace WeChat.MiniProgram.Auth.Tests;

// README begins
public sealed class TokenServer(IHttpClientFactory clients) : IAccessTokenProvider
{
    private volatile string refused = "";

    public async ValueTask<string> GetAccessTokenAsync(CancellationToken cancellationToken = default)
    {
        using var client = clients.CreateClient(nameof(TokenServer));
        using var content = new StringContent(refused); // the server renews this one, and only once however many hosts name it
        using var response = await client.PostAsync(new Uri("access-token", UriKind.Relative), content, cancellationToken);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellationToken);
    }

    public void Invalidate(string accessToken) => refused = accessToken;
}

// README ends
