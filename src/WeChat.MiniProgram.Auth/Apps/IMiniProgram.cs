namespace WeChat.MiniProgram.Auth;

/// <summary>
/// One of many mini programs, with the services that a registered app has in the host's container. <see cref="IMiniProgramProvider"/>
/// gives it.
/// </summary>
public interface IMiniProgram
{
    /// <summary>The app's AppID.</summary>
    string AppId { get; }

    /// <summary>Logs users in and reads what they send.</summary>
    IMiniProgramLogin Login { get; }

    /// <summary>Asks WeChat about a user: the phone number and more.</summary>
    IMiniProgramUserClient Users { get; }

    /// <summary>Exchanges login codes; for a host that keeps session_keys itself.</summary>
    IJsCodeSessionClient Sessions { get; }

    /// <summary>Decrypts user data; for a host that keeps session_keys itself.</summary>
    IUserDataDecryptor UserData { get; }

    /// <summary>Where session_keys are kept: one store for all apps, which tells them apart by the AppID in each owner.</summary>
    ISessionKeyStore SessionKeys { get; }

    /// <summary>The app's access_token, for the other server APIs of WeChat.</summary>
    IAccessTokenProvider AccessTokens { get; }
}
