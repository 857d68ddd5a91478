using System.Text.Json;

namespace WeChat.MiniProgram.Auth;

/// <summary>The tokens of WeChat's stable token API, in its normal mode: asking again gives the same token until WeChat renews it.</summary>
internal sealed class StableAccessTokenProvider : IAccessTokenProvider
{
    // WeChat renews a token in its last 5 minutes and honours the old one until they have passed.
    private static readonly TimeSpan RenewalWindow = TimeSpan.FromMinutes(5);

    // Within the window WeChat is asked this often at most, should it go on giving the old token or none.
    private static readonly TimeSpan RenewalInterval = TimeSpan.FromSeconds(10);

    private readonly AppOptions options;
    private readonly WeChatApiClient weChat;
    private readonly TimeProvider timeProvider;
    private readonly SharedCall<AccessToken> renewal;
    private AccessToken? current;
    private long lastRenewalAt;

    public StableAccessTokenProvider(AppOptions options, WeChatApiClient weChat, TimeProvider timeProvider)
    {
        this.options = options;
        this.weChat = weChat;
        this.timeProvider = timeProvider;
        renewal = new(RenewAsync);
    }

    public ValueTask<string> GetAccessTokenAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Volatile.Read(ref current) is not { } token || !IsUsable(token))
        {
            return new(WaitForTokenAsync(cancellationToken));
        }

        if (IsDue(token))
        {
            _ = renewal.Begin();
        }

        return new(token.Text);
    }

    public void Invalidate(string accessToken)
    {
        Guard.NotNull(accessToken);
        var token = Volatile.Read(ref current);
        if (token?.Text == accessToken)
        {
            Interlocked.CompareExchange(ref current, null, token);
        }
    }

    private async Task<string> WaitForTokenAsync(CancellationToken cancellationToken)
    {
        AccessToken token;
        do
        {
            token = await renewal.JoinAsync(cancellationToken).ConfigureAwait(false);
        }
        while (token.AppId != options.Current.AppId);

        return token.Text;
    }

    private async Task<AccessToken> RenewAsync()
    {
        if (Volatile.Read(ref current) is { } token && IsUsable(token) && !IsDue(token))
        {
            // The call before this one brought it after this one's caller had looked.
            return token;
        }

        var settings = options.Current;
        var askedAt = timeProvider.GetTimestamp();
        var askedAtUtc = timeProvider.GetUtcNow();
        Volatile.Write(ref lastRenewalAt, askedAt);
        var answer = await weChat.AskAsync(
            RequestFor(settings), AccessTokensJsonContext.Default.AccessTokenAnswer, settings, CancellationToken.None).ConfigureAwait(false);
        var renewed = new AccessToken(settings.AppId, answer.AccessToken!, TimeSpan.FromSeconds(answer.ExpiresIn), askedAt, askedAtUtc);
        Volatile.Write(ref current, renewed);
        return renewed;
    }

    private static WeChatRequest RequestFor(WeChatMiniProgramOptions settings)
    {
        var question = new AccessTokenQuestion { AppId = settings.AppId, Secret = settings.AppSecret };
        return new("getStableAccessToken", "cgi-bin/stable_token", query: [], secrets: [settings.AppSecret])
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(question, AccessTokensJsonContext.Default.AccessTokenQuestion),
        };
    }

    private bool IsUsable(AccessToken token) => token.AppId == options.Current.AppId && token.LeftBy(timeProvider) > TimeSpan.Zero;

    private bool IsDue(AccessToken token) =>
        token.LeftBy(timeProvider) < RenewalWindow && timeProvider.GetElapsedTime(Volatile.Read(ref lastRenewalAt)) >= RenewalInterval;
}
