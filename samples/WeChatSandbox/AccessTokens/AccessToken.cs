using WeChatSandbox.Apps;

namespace WeChatSandbox.AccessTokens;

/// <summary>A token of an app, or of a component platform, which has no app.</summary>
internal sealed record AccessToken(string Value, SandboxApp? App, string? ComponentAppId, DateTimeOffset Expires)
{
    /// <summary>A newer one has taken this one's place at once, as after a forced refresh.</summary>
    public bool IsReplaced { get; init; }
}
