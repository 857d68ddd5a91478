using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using WeChatSandbox.Apps;

namespace WeChatSandbox.AccessTokens;

internal sealed class StableTokens(IssuedTokens issued, int callsPerMinute, TimeProvider timeProvider)
{
    private readonly ConcurrentDictionary<SandboxApp, StableToken> tokens = new();
    private volatile JsonNode? sentExpiresIn;

    /// <summary>What expires_in is sent as; null is the truth.</summary>
    public JsonNode? SentExpiresIn
    {
        get => sentExpiresIn;
        set => sentExpiresIn = value;
    }

    public StableToken Of(SandboxApp app) => tokens.GetOrAdd(app, New);

    public JsonNode ExpiresIn(AccessToken token) =>
        sentExpiresIn?.DeepClone() ?? (long)(token.Expires - timeProvider.GetUtcNow()).TotalSeconds;

    private StableToken New(SandboxApp app) => new(app, issued, callsPerMinute, timeProvider);
}
