using System.Collections.Concurrent;
using System.Security.Cryptography;
using WeChatSandbox.Apps;

namespace WeChatSandbox.AccessTokens;

/// <summary>Every token that was ever given out, dead ones too: WeChat tells an expired one from an unknown one.</summary>
internal sealed class IssuedTokens(TimeProvider timeProvider)
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    private readonly ConcurrentDictionary<string, AccessToken> tokens = new(StringComparer.Ordinal);

    public AccessToken Issue(SandboxApp? app, string? componentAppId = null)
    {
        // As long as WeChat's, which asks for room for 512 characters.
        var value = "92_" + RandomNumberGenerator.GetString(Alphabet, 133);
        return Set(new AccessToken(value, app, componentAppId, timeProvider.GetUtcNow() + Lifetime));
    }

    public AccessToken? Find(string value) => tokens.GetValueOrDefault(value);

    /// <summary>The token from now on; its value tells which one it is.</summary>
    public AccessToken Set(AccessToken token) => tokens[token.Value] = token;
}
