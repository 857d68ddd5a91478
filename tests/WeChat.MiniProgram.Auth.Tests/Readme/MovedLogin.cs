namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>What takes the place of hand-written code.</summary>
internal static class MovedLogin
{
    public static async Task<string> LoginAsync(IMiniProgramLogin login, string code, CancellationToken cancellationToken)
    {
        // README begins
        var user = await login.LoginAsync(code, cancellationToken);
        var openId = user.OpenId;

        // README ends
        return openId;
    }

    public static async Task MoveKeyAsync(
        ISessionKeyStore sessionKeys, string appId, string openId, string sessionKeyText, CancellationToken cancellationToken)
    {
        // README begins
        await sessionKeys.AddAsync(new SessionKeyOwner(appId, openId), new SessionKey(sessionKeyText), cancellationToken);

        // README ends
    }
}
