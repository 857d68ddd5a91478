namespace WeChat.MiniProgram.Auth;

/// <summary>
/// No session_key is stored for this user: it expired, was evicted, or the user never logged in here. The mini program must call
/// wx.login again and the host must log the code in; then the same call succeeds with newly encrypted data.
/// </summary>
public sealed class SessionKeyNotFoundException : Exception
{
    /// <summary>Creates the exception with its one message, which names no user.</summary>
    public SessionKeyNotFoundException()
        : base("No session_key is stored for this user. The mini program must call wx.login again and send the new code.")
    {
    }
}
