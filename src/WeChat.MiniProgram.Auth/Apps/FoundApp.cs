namespace WeChat.MiniProgram.Auth;

/// <summary>The services of an app that the host's source has found.</summary>
internal sealed class FoundApp(FoundAppOptions options) : IMiniProgram
{
    private long foundAt;

    public required string AppId { get; init; }

    public required IMiniProgramLogin Login { get; init; }

    public required IMiniProgramUserClient Users { get; init; }

    public required IJsCodeSessionClient Sessions { get; init; }

    public required IUserDataDecryptor UserData { get; init; }

    public required ISessionKeyStore SessionKeys { get; init; }

    public required IAccessTokenProvider AccessTokens { get; init; }

    /// <summary>When the source was asked last, as a timestamp.</summary>
    public long FoundAt => Volatile.Read(ref foundAt);

    public void Renew(MiniProgramCredentials credentials, long now)
    {
        options.Credentials = credentials;
        Volatile.Write(ref foundAt, now);
    }
}
