using Microsoft.Extensions.Logging;

namespace WeChat.MiniProgram.Auth;

/// <summary>
/// Every line that the package logs. The event ids are stable: alerts are built on them. The request id is a value of its own in structured
/// logs and no part of the text, which has it in errmsg.
/// </summary>
internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Debug, "{Api} of mini program {AppId} succeeded in {Attempts} attempt(s).")]
    public static partial void CallSucceeded(this ILogger logger, string api, string appId, int attempts);

    [LoggerMessage(9, LogLevel.Information, "{Api} of mini program {AppId} succeeded, but took {Attempts} attempt(s), the last one at {Host}.")]
    public static partial void CallSucceededInTheEnd(this ILogger logger, string api, string appId, int attempts, string host);

    [LoggerMessage(10, LogLevel.Warning, "Mini program {AppId}: {Host} has failed too often of late and is left alone for {BreakDuration}. Until it answers again, calls go to the other host, or fail at once where there is none. If it lasts, check the network to {Host}.")]
    public static partial void CircuitOpened(this ILogger logger, string appId, string host, TimeSpan breakDuration);

    [LoggerMessage(4, LogLevel.Warning, "Mini program {AppId}: {Reason} Users can try again; if it lasts, check the network to that host.")]
    public static partial void CallUnanswered(this ILogger logger, string appId, string reason);

    [LoggerMessage(5, LogLevel.Warning, "The session_key of a user of mini program {AppId} could not be stored: {Reason}. The user is logged in, but decrypting that user's data will ask for a new login. Check the session_key store.")]
    public static partial void SessionKeyNotStored(this ILogger logger, string appId, string reason);

    [LoggerMessage(6, LogLevel.Error, "Changed settings were rejected, and the last good ones stay in force: {Failures}")]
    public static partial void SettingsRejected(this ILogger logger, string failures);

    [LoggerMessage(7, LogLevel.Warning, "The stored session_keys of a user of mini program {AppId} could not be opened ({Reason}) and count as none: that user will be asked to log in again. When it happens to many, the hosts do not share their Data Protection keys, or those keys are lost.")]
    public static partial void SessionKeyEntryUnreadable(this ILogger logger, string appId, string reason);

    [LoggerMessage(8, LogLevel.Debug, "{Api} of mini program {AppId} answered with errcode {ErrorCode}, which is no trouble here.")]
    public static partial void CallAnswered(this ILogger logger, string api, string appId, int errorCode);

    public static void CallRefused(this ILogger logger, string api, string appId, WeChatApiException refusal, int attempts)
    {
        if (refusal.Kind == WeChatErrorKind.Misconfigured)
        {
            logger.CallMisconfigured(api, appId, (int)refusal.ErrorCode, refusal.Kind, refusal.ErrorMessage, refusal.RequestId, attempts, refusal.Advice);
        }
        else
        {
            logger.CallRefused(api, appId, (int)refusal.ErrorCode, refusal.Kind, refusal.ErrorMessage, refusal.RequestId, attempts, refusal.Advice);
        }
    }

#pragma warning disable SYSLIB1015 // requestId, as said above.
    [LoggerMessage(2, LogLevel.Warning, "{Api} of mini program {AppId} was refused with errcode {ErrorCode} ({Kind}) in {Attempts} attempt(s): {ErrorMessage}. {Advice}")]
    private static partial void CallRefused(
        this ILogger logger, string api, string appId, int errorCode, WeChatErrorKind kind, string errorMessage, string? requestId, int attempts, string advice);

    [LoggerMessage(3, LogLevel.Error, "{Api} of mini program {AppId} is refused for every user, with errcode {ErrorCode} ({Kind}) in {Attempts} attempt(s): {ErrorMessage}. {Advice}")]
    private static partial void CallMisconfigured(
        this ILogger logger, string api, string appId, int errorCode, WeChatErrorKind kind, string errorMessage, string? requestId, int attempts, string advice);
#pragma warning restore SYSLIB1015
}
