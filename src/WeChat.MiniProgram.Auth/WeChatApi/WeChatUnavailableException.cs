namespace WeChat.MiniProgram.Auth;

/// <summary>
/// WeChat gave no usable answer: it could not be reached, did not answer in time, or answered with something else than its API does.
/// Answer 503 and let the user try again. <see cref="Exception.InnerException"/> is the cause.
/// </summary>
public sealed class WeChatUnavailableException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened; without an address that has a query.</param>
    /// <param name="innerException">The cause.</param>
    public WeChatUnavailableException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal WeChatUnavailableException(string api, string host, int attempts, string reason, Exception? cause)
        : base($"WeChat gave no usable answer to {api} in {attempts} attempt(s), the last at {host}: {reason}.", cause)
    {
    }
}
