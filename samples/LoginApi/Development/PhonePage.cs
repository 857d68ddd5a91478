using System.Buffers;
using System.Net.ServerSentEvents;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace LoginApi.Development;

/// <summary>The stand-in for the WeChat app, as <c>npm run build</c> leaves it, and the live list beside it.</summary>
internal static class PhonePage
{
    private const string NotBuilt =
        """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>LoginApi</title>
        <p>The phone is not built yet. With Node 20 or later, in <code>samples/MiniProgram</code>:</p>
        <pre>npm ci &amp;&amp; npm run build</pre>
        <p>Then reload this page.</p></html>
        """;

    public static void Map(IEndpointRouteBuilder endpoints, WebApplication app)
    {
        var folder = Path.GetFullPath(app.Configuration["PhonePage"] ?? "../MiniProgram/phone/dist", app.Environment.ContentRootPath);
        endpoints.MapGet("/phone/exchanges", (ExchangeLog log, HttpContext context) => TellAsync(log, context, app.Lifetime.ApplicationStopping));
        endpoints.MapGet("/phone/{**path}", (string? path, HttpRequest request) =>
            path is null && !request.Path.Value!.EndsWith('/') ? Results.Redirect("/phone/") : Serve(folder, path ?? "index.html"));
    }

    private static async Task TellAsync(ExchangeLog log, HttpContext context, CancellationToken stopping)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.Headers.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            await context.Response.Body.FlushAsync(ended.Token); // the page waits for the headers, and there may be nothing to tell yet
            var events = log.ListenAsync(ended.Token).Select(exchange => new SseItem<Exchange>(exchange));
            await SseFormatter.WriteAsync(events, context.Response.Body, Write, ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // the page is closed, or the host stops
        }
    }

    private static void Write(SseItem<Exchange> item, IBufferWriter<byte> buffer)
    {
        using var json = new Utf8JsonWriter(buffer);
        JsonSerializer.Serialize(json, item.Data, JsonSerializerOptions.Web);
    }

    private static IResult Serve(string folder, string path)
    {
        if (!Directory.Exists(folder))
            return Results.Text(NotBuilt, "text/html");

        using var files = new PhysicalFileProvider(folder); // which keeps to its folder
        var file = files.GetFileInfo(path);
        var type = new FileExtensionContentTypeProvider().TryGetContentType(path, out var known) ? known : "application/octet-stream";
        return file.Exists ? Results.File(file.PhysicalPath!, type) : Results.NotFound();
    }
}
