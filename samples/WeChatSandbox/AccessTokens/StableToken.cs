using WeChatSandbox.Apps;

namespace WeChatSandbox.AccessTokens;

/// <summary>The stable token of one app.</summary>
internal sealed class StableToken(SandboxApp app, IssuedTokens issued, int callsPerMinute, TimeProvider timeProvider)
{
    private const int ForcedPerDay = 20;

    private static readonly TimeSpan HandOver = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenForced = TimeSpan.FromSeconds(30);

    private readonly object gate = new();
    private readonly CallMeter calls = new(callsPerMinute, TimeSpan.FromMinutes(1), timeProvider);
    private readonly CallMeter forcedCalls = new(ForcedPerDay, TimeSpan.FromDays(1), timeProvider);
    private DateTimeOffset lastForced = DateTimeOffset.MinValue;
    private AccessToken? current;

    public bool TryCountCall() => calls.TryCount();

    /// <summary>The token that has at least 5 minutes left: in the last 5 a new one comes, and the old one works 5 minutes more.</summary>
    public AccessToken Current()
    {
        lock (gate)
        {
            var now = timeProvider.GetUtcNow();
            if (current is not null && current.Expires - now >= HandOver)
                return current;
            if (current is not null && current.Expires > now)
                issued.Set(current with { Expires = now + HandOver });

            return current = issued.Issue(app);
        }
    }

    /// <summary>A new token at once, which kills the old one; too soon or too often, it is <see cref="Current"/>.</summary>
    public AccessToken ForceRefresh()
    {
        lock (gate)
        {
            var now = timeProvider.GetUtcNow();
            if (now - lastForced < BetweenForced || !forcedCalls.TryCount())
                return Current();

            lastForced = now;
            if (current is not null)
                issued.Set(current with { IsReplaced = true });

            return current = issued.Issue(app);
        }
    }

    public void Expire()
    {
        lock (gate)
        {
            if (current is not null)
                current = issued.Set(current with { Expires = timeProvider.GetUtcNow() });
        }
    }
}
