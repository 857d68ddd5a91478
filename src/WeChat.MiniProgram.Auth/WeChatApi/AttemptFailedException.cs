namespace WeChat.MiniProgram.Auth;

/// <summary>One attempt that brought no answer. It stays inside the pipelines; <see cref="WeChatUnavailableException"/> is what a host sees.</summary>
internal sealed class AttemptFailedException(AttemptFailure failure, string reason, Exception? cause = null)
    : Exception(reason, cause ?? new HttpRequestException(reason))
{
    public AttemptFailure Failure => failure;

    /// <summary>
    /// Whether a 4xx refused this request: a firewall, say, that takes a client's code for an attack. It says nothing of the host, which
    /// such a client must not be able to close to all others.
    /// </summary>
    public bool IsAboutRequest { get; init; }

    /// <summary>How long WeChat asks to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
