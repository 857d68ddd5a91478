using System.Diagnostics;

namespace LoginApi.Development;

/// <summary>Writes down what the mini program asked and was told.</summary>
internal sealed class MiniProgramExchanges(RequestDelegate next, ExchangeLog log, TimeProvider timeProvider)
{
    private static readonly PathString[] Watched = ["/login", "/me", "/logout"];

    public async Task InvokeAsync(HttpContext context)
    {
        if (!Watched.Any(path => context.Request.Path.StartsWithSegments(path)))
        {
            await next(context);
            return;
        }

        var (at, started) = (timeProvider.GetUtcNow(), Stopwatch.GetTimestamp());
        var (request, response, wire) = (context.Request, context.Response, context.Response.Body);
        using var answer = new MemoryStream();
        response.Body = answer;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = wire;
        }

        var body = Encoding.UTF8.GetString(answer.GetBuffer(), 0, (int)answer.Length);
        log.Add(new(
            at,
            "mini program",
            "host",
            request.Method,
            Mask.Path(request.Path, request.QueryString.Value),
            response.StatusCode,
            (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds,
            Mask.Json(body)));
        if (answer.Length > 0)
            await wire.WriteAsync(answer.GetBuffer().AsMemory(0, (int)answer.Length), context.RequestAborted);
    }
}
