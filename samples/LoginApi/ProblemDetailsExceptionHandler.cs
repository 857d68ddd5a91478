using Microsoft.AspNetCore.Diagnostics;

namespace LoginApi;

/// <summary>Tells the mini program what to do. Operators read why in the package's log lines, and in the exception behind a 5xx.</summary>
internal sealed class ProblemDetailsExceptionHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        context.Response.StatusCode = exception switch
        {
            WeChatApiException { Kind: WeChatErrorKind.CodeRejected } or SessionKeyNotFoundException => 401,
            WeChatApiException { Kind: WeChatErrorKind.UserBlocked } => 403,
            WeChatApiException { Kind: WeChatErrorKind.Throttled } => 429,
            WeChatApiException or WeChatUnavailableException => 503, // the host's own mistakes, too
            SessionKeyStoreException or StackExchange.Redis.RedisException or TimeoutException or CryptographicException => 503,
            UserDataException => 400,
            BadHttpRequestException malformed => malformed.StatusCode,
            _ => 500,
        };
        return context.Response.StatusCode != 500 && await problems.TryWriteAsync(new() { HttpContext = context, Exception = exception });
    }

    /// <summary>Gives a problem the code that the mini program acts on, and takes what would tell bad data from other bad data.</summary>
    public static void AddCode(ProblemDetailsContext context)
    {
        if (context.ProblemDetails.Status == 429)
            context.HttpContext.Response.Headers.RetryAfter = "60"; // WeChat counts by the minute, and so does the rate limiter

        context.ProblemDetails.Extensions.Remove("traceId");
        context.ProblemDetails.Extensions["code"] = context.ProblemDetails.Status switch
        {
            400 => "bad_user_data",
            401 => "login_again",
            403 when context.Exception is WeChatApiException => "blocked",
            404 or 405 => "not_found",
            413 => "too_large",
            429 => "slow_down",
            >= 500 => "unavailable",
            _ => "refused",
        };
    }
}
