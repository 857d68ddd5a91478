namespace WeChat.MiniProgram.Auth;

/// <summary>The host's <see cref="IMiniProgramSource"/> knows no mini program by this AppID, which may be made up. Answer 404.</summary>
public sealed class MiniProgramNotFoundException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="appId">The AppID that was asked for.</param>
    public MiniProgramNotFoundException(string appId)
        : base("The source of mini programs knows none by this AppID.")
    {
        AppId = appId;
    }

    /// <summary>The AppID that was asked for. It is not in the message, because an attacker may have chosen it.</summary>
    public string AppId { get; }
}
