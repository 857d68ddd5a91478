using System.Text;
using Microsoft.AspNetCore.Http;

namespace WeChatSandbox.Login;

/// <summary>One jscode2session request under way, and what can be done with it.</summary>
internal sealed class Exchange(HttpContext context, Sandbox sandbox, CancellationToken ended)
{
    public HttpContext Context { get; } = context;

    public HttpResponse Response => Context.Response;

    public TimeProvider Clock => sandbox.Clock;

    /// <summary>The client has gone or the server stops.</summary>
    public CancellationToken Ended { get; } = ended;

    /// <summary>The body of the normal answer. Asking for it spends the code.</summary>
    public string Answer()
    {
        // In the field a POST is told that its appid is missing, whatever its query says.
        var query = HttpMethods.IsGet(Context.Request.Method) ? Context.Request.QueryString : default;
        return sandbox.JsCode2Session.Answer(JsCode2SessionQuery.Parse(query));
    }

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
