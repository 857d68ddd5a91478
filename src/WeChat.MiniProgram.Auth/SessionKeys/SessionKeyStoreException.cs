namespace WeChat.MiniProgram.Auth;

/// <summary>
/// The session_key store failed or did not answer within <see cref="WeChatMiniProgramOptions.SessionKeyStoreTimeout"/>. This is the
/// host's own trouble, not the user's: answer 503, not 401. <see cref="Exception.InnerException"/> is the store's own exception.
/// </summary>
public sealed class SessionKeyStoreException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What the store could not do; without the user's openid.</param>
    /// <param name="innerException">The store's own exception.</param>
    public SessionKeyStoreException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
