using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using WeChatSandbox.Wire;

namespace WeChatSandbox.Faults;

/// <summary>Faults that are whole HTTP answers.</summary>
internal static class AnswerFaults
{
    private const string HtmlType = "text/html";

    public static Func<Exchange, Task> Error(WeChatError error) => exchange => exchange.WriteAsync(exchange.Api.Error(error));

    public static Func<Exchange, Task> Body(string body, string contentType) => exchange => exchange.WriteAsync(body, contentType);

    public static Func<Exchange, Task> Status(int status, TimeSpan? retryAfter) => exchange =>
    {
        if (retryAfter is { } wait)
            exchange.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);

        return exchange.WriteAsync(Html($"Error {status}"), HtmlType, status);
    };

    public static Task Page(Exchange exchange) => exchange.WriteAsync(Html("Please sign in to the network"), HtmlType);

    public static Task TruncatedJson(Exchange exchange)
    {
        var answer = exchange.Answer();
        return exchange.WriteAsync(answer[..(answer.Length / 2)]);
    }

    public static Task Gzip(Exchange exchange)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(exchange.Answer()));

        exchange.Response.Headers.ContentEncoding = "gzip";
        return exchange.WriteAsync(compressed.ToArray());
    }

    public static Task Redirect(Exchange exchange)
    {
        var request = exchange.Context.Request;
        exchange.Response.Headers.Location = $"{request.PathBase}{exchange.Api.Path}/{request.QueryString}";
        return exchange.WriteAsync(Html("Found"), HtmlType, StatusCodes.Status302Found);
    }

    private static string Html(string text) =>
        $"<html><head><title>{text}</title></head><body><center><h1>{text}</h1></center></body></html>";
}
