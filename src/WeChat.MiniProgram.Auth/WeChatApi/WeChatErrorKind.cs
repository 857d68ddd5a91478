namespace WeChat.MiniProgram.Auth;

/// <summary>What the host does about an errcode of WeChat.</summary>
public enum WeChatErrorKind
{
    /// <summary>Any other errcode, named by <see cref="WeChatErrorCode"/> or not: look it up by its number, do not retry. Answer 500.</summary>
    Unknown,

    /// <summary>
    /// The code is wrong, expired or used, or the session has ended: the mini program calls wx.login again. Answer 401; for a code of the
    /// phone number button or of a plugin 400, and the mini program asks for that code again.
    /// </summary>
    CodeRejected,

    /// <summary>Too many calls: wait a minute or more. Answer 429.</summary>
    Throttled,

    /// <summary>WeChat's risk control refuses this user: refuse the login. Answer 403.</summary>
    UserBlocked,

    /// <summary>The app's settings or its account are wrong, for every user: page an operator. Answer 500.</summary>
    Misconfigured,

    /// <summary>WeChat is busy, and was after the package's own retries: try later. Answer 503.</summary>
    Busy,
}
