namespace WeChat.MiniProgram.Auth;

/// <summary>Makes the services of an app that a source has found, out of what all such apps share.</summary>
internal sealed class FoundAppFactory(
    AppOptions shared, AppParts parts, ISessionKeyStore store, BoundedSessionKeyStore sessionKeys, ComponentPlatform? platform)
{
    public FoundApp Create(string appId)
    {
        var options = new FoundAppOptions(appId, shared);
        var weChat = parts.WeChatFor(parts.OwnPipelines());
        var sessions = new JsCodeSessionClient(options, weChat, platform);
        var userData = parts.DecryptorFor(options);
        var accessTokens = parts.AccessTokensFor(options, weChat, platform);
        return new(options)
        {
            AppId = appId,
            Login = parts.LoginFor(options, sessions, sessionKeys, userData),
            Users = new MiniProgramUserClient(options, new(weChat, accessTokens), sessionKeys),
            Sessions = sessions,
            UserData = userData,
            SessionKeys = store,
            AccessTokens = accessTokens,
        };
    }

    /// <exception cref="InvalidOperationException">There is neither an AppSecret nor a third-party platform.</exception>
    public MiniProgramCredentials Checked(MiniProgramCredentials credentials) =>
        credentials.AppSecret is not null || platform is not null
            ? credentials
            : throw new InvalidOperationException(
                "IMiniProgramSource gave credentials without an AppSecret; only apps of a third-party platform (UseComponentPlatform) need none.");
}
