using System.Collections.Concurrent;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>Stands in for the network: it counts the requests and answers as the test says.</summary>
internal sealed class ScriptedHandler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private readonly ConcurrentQueue<Uri> requests = new();

    public int Count => requests.Count;

    public IReadOnlyList<Uri> Requests => [.. requests];

    /// <summary>Answers in this order; the last one again and again.</summary>
    public static ScriptedHandler Of(params Func<HttpResponseMessage>[] answers)
    {
        var next = 0;
        return new((_, _) => Task.FromResult(answers[Math.Min(Interlocked.Increment(ref next), answers.Length) - 1]()));
    }

    /// <summary>Answers HTTP 200 with these bodies in this order; the last one again and again.</summary>
    public static ScriptedHandler OfBodies(params string[] bodies) =>
        Of([.. bodies.Select(body => (Func<HttpResponseMessage>)(() => Answers.Text(body)))]);

    /// <summary>Throws a new exception for each request.</summary>
    public static ScriptedHandler OfFailure(Func<HttpRequestMessage, Exception> failure) =>
        new((request, _) => Task.FromException<HttpResponseMessage>(failure(request)));

    /// <summary>Answers no request before it is cancelled.</summary>
    public static ScriptedHandler Hanging() => new(async (_, token) =>
    {
        await Task.Delay(Timeout.Infinite, token);
        return Answers.Text(Answers.Session);
    });

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        requests.Enqueue(request.RequestUri!);
        return answer(request, cancellationToken);
    }
}
