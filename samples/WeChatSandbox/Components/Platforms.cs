using System.Collections.Concurrent;
using WeChatSandbox.AccessTokens;
using WeChatSandbox.Apps;

namespace WeChatSandbox.Components;

/// <summary>The third-party platforms, each of which is there from its first mention on.</summary>
internal sealed class Platforms(IssuedTokens issued, TimeProvider timeProvider)
{
    private readonly ConcurrentDictionary<(string ComponentAppId, SandboxApp App), bool> authorized = new();
    private readonly object gate = new();
    private readonly Dictionary<string, AccessToken> tokens = new(StringComparer.Ordinal);

    public void Authorize(string componentAppId, SandboxApp app)
    {
        ArgumentException.ThrowIfNullOrEmpty(componentAppId);
        authorized[(componentAppId, app)] = true;
    }

    public bool IsAuthorized(string componentAppId, SandboxApp app) => authorized.ContainsKey((componentAppId, app));

    public AccessToken Token(string componentAppId)
    {
        ArgumentException.ThrowIfNullOrEmpty(componentAppId);
        lock (gate)
        {
            return tokens.TryGetValue(componentAppId, out var token) && token.Expires > timeProvider.GetUtcNow()
                ? token
                : tokens[componentAppId] = issued.Issue(null, componentAppId);
        }
    }

    public void ExpireToken(string componentAppId)
    {
        lock (gate)
        {
            if (tokens.Remove(componentAppId, out var token))
                issued.Set(token with { Expires = timeProvider.GetUtcNow() });
        }
    }

    public AccessToken AuthorizerToken(string componentAppId, SandboxApp app) => IsAuthorized(componentAppId, app)
        ? issued.Issue(app)
        : throw new KeyNotFoundException($"The app {app.AppId} has not authorised the platform {componentAppId}.");
}
