namespace WeChat.MiniProgram.Auth;

/// <summary>Whose session_key it is: one user of one mini program.</summary>
/// <param name="AppId">The mini program's AppID.</param>
/// <param name="OpenId">The user's openid within that mini program.</param>
public readonly record struct SessionKeyOwner(string AppId, string OpenId)
{
    /// <summary>Names the app and not the user, so that a log line shows nobody's openid.</summary>
    /// <returns>A text without the openid.</returns>
    public override string ToString() => $"SessionKeyOwner {{ AppId = {AppId} }}";
}
