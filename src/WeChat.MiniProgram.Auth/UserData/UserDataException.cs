namespace WeChat.MiniProgram.Auth;

/// <summary>
/// User data that cannot be trusted. There is one message and never an inner exception, whatever the cause: an attacker who can tell
/// bad padding from bad JSON can decrypt and forge data. The usual honest cause is data that was encrypted under an older
/// session_key: the mini program calls wx.login first and asks for the data again.
/// </summary>
public sealed class UserDataException : Exception
{
    /// <summary>Creates the exception with its one message.</summary>
    public UserDataException()
        : base("The user data could not be decrypted with this session_key, or it is not this user's, this app's or recent.")
    {
    }
}
