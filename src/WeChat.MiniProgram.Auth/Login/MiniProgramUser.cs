namespace WeChat.MiniProgram.Auth;

/// <summary>A logged-in user: all that a host needs to know, and no session_key.</summary>
public sealed record MiniProgramUser
{
    /// <summary>The AppID of the mini program that the user logged in to.</summary>
    public required string AppId { get; init; }

    /// <summary>The user's id within that mini program (openid).</summary>
    public required string OpenId { get; init; }

    /// <summary>The user's id across the owner's apps (unionid); <see langword="null"/> when the mini program is not bound to an Open Platform account.</summary>
    public string? UnionId { get; init; }

    /// <summary>Names the app and not the user, because records end up in logs.</summary>
    /// <returns>A text without the user's ids.</returns>
    public override string ToString() => $"MiniProgramUser {{ AppId = {AppId} }}";
}
