namespace WeChat.MiniProgram.Auth;

/// <summary>
/// What WeChat answers to a login code. It holds the session_key, so it stays on the server: serialising it throws, and printing it shows
/// nothing. To hand a user on, use <see cref="MiniProgramUser"/>.
/// </summary>
/// <remarks>Source: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html</remarks>
public sealed record JsCodeSession
{
    /// <summary>The user's id within this mini program (openid). It is the user's identity.</summary>
    public required string OpenId { get; init; }

    /// <summary>The user's id across the owner's apps (unionid); <see langword="null"/> when the mini program is not bound to an Open Platform account.</summary>
    public string? UnionId { get; init; }

    /// <summary>The key that signs and encrypts this user's data until a later wx.login replaces it.</summary>
    public required SessionKey SessionKey { get; init; }

    /// <summary>Returns the same fixed text for every session.</summary>
    /// <returns><c>JsCodeSession(redacted)</c>.</returns>
    public override string ToString() => "JsCodeSession(redacted)";
}
