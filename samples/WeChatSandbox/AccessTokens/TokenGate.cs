using WeChatSandbox.Apps;
using WeChatSandbox.Wire;

namespace WeChatSandbox.AccessTokens;

/// <summary>Lets in who has a token, and tells whose it is.</summary>
internal sealed class TokenGate(IssuedTokens issued, TokenRefusals refusals, TimeProvider timeProvider)
{
    /// <summary>Why the token of an app is refused; null when it is not.</summary>
    public WeChatError? Refuse(string? value, out SandboxApp? app)
    {
        app = null;
        if (Refuse(value, out AccessToken? token) is { } dead)
            return dead;
        if (token!.App is null)
            return WeChatError.Unauthorized;

        app = token.App;
        return refusals.Next(app);
    }

    /// <summary>Why the token of a component platform is refused; null when it is not.</summary>
    public WeChatError? RefuseComponent(string? value, out string? componentAppId)
    {
        componentAppId = null;
        if (Refuse(value, out AccessToken? token) is { } dead)
            return dead;

        componentAppId = token!.ComponentAppId;
        return componentAppId is null ? WeChatError.Unauthorized : null;
    }

    private WeChatError? Refuse(string? value, out AccessToken? token)
    {
        token = value is null ? null : issued.Find(value);
        return token switch
        {
            _ when value is null => WeChatError.AccessTokenMissing,
            null or { IsReplaced: true } => WeChatError.InvalidCredential,
            _ when token.Expires <= timeProvider.GetUtcNow() => WeChatError.AccessTokenExpired,
            _ => null,
        };
    }
}
