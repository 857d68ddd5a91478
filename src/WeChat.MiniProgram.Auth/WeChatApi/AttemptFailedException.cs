namespace WeChat.MiniProgram.Auth;

/// <summary>One attempt that brought no answer. It stays inside the pipelines; <see cref="WeChatUnavailableException"/> is what a host sees.</summary>
internal sealed class AttemptFailedException(AttemptFailure failure, string reason, Exception? cause = null)
    : Exception(reason, cause ?? new HttpRequestException(reason))
{
    public AttemptFailure Failure => failure;

    /// <summary>How long WeChat asks to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
