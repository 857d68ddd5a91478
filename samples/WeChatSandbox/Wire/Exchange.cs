using System.Text;
using Microsoft.AspNetCore.Http;

namespace WeChatSandbox.Wire;

/// <summary>One request of an API under way, and what can be done with it.</summary>
internal sealed class Exchange(HttpContext context, ServedApi api, ApiRequest request, CancellationToken ended)
{
    public HttpContext Context { get; } = context;

    public HttpResponse Response => Context.Response;

    public ServedApi Api { get; } = api;

    public TimeProvider Clock => Api.Clock;

    /// <summary>The client has gone or the server stops.</summary>
    public CancellationToken Ended { get; } = ended;

    /// <summary>The body of the normal answer. Asking for it spends a code.</summary>
    public string Answer() => Api.Answer(request);

    public Task AnswerAsync() => WriteAsync(Answer());

    public Task WriteAsync(string body, string contentType = "text/plain", int status = StatusCodes.Status200OK) =>
        WriteAsync(Encoding.UTF8.GetBytes(body), contentType, status);

    public async Task WriteAsync(byte[] body, string contentType = "text/plain", int status = StatusCodes.Status200OK)
    {
        Response.StatusCode = status;
        Response.ContentType = contentType;
        Response.ContentLength = body.Length;
        await Response.Body.WriteAsync(body, Ended);
    }

    public Task UntilEndedAsync() => Task.Delay(Timeout.Infinite, Ended);
}
