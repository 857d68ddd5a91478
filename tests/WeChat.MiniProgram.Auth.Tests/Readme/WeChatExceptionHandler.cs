using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace WeChat.MiniProgram.Auth.Tests;

// README begins
public sealed class WeChatExceptionHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        int? status = exception switch
        {
            WeChatApiException { Kind: WeChatErrorKind.CodeRejected } or SessionKeyNotFoundException => 401,
            WeChatApiException { Kind: WeChatErrorKind.UserBlocked } => 403,
            WeChatApiException { Kind: WeChatErrorKind.Throttled } => 429,
            WeChatApiException { Kind: WeChatErrorKind.Busy } or WeChatUnavailableException or SessionKeyStoreException or TimeoutException => 503,
            UserDataException or ArgumentException { ParamName: "jsCode" or "phoneCode" or "pluginCode" or "encryptedData" } => 400,
            MiniProgramNotFoundException => 404,
            _ => null, // Misconfigured, Unknown and all that is not WeChat's: 500
        };
        if (status is null)
        {
            return false;
        }

        httpContext.Response.StatusCode = status.Value;
        return await problems.TryWriteAsync(new() { HttpContext = httpContext });
    }
}

// README ends
