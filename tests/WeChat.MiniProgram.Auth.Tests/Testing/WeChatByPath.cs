using System.Collections.Concurrent;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>Stands in for WeChat, each API with a script of its own; the tokens are numbered from 1. What was sent is kept whole.</summary>
internal sealed class WeChatByPath : HttpMessageHandler
{
    public const string TokenPath = "/cgi-bin/stable_token";
    public const string LoginPath = "/sns/jscode2session";
    public const string PhonePath = "/wxa/business/getuserphonenumber";

    private readonly ConcurrentDictionary<string, Func<SentRequest, CancellationToken, Task<HttpResponseMessage>>> scripts = new();
    private readonly ConcurrentQueue<SentRequest> sent = new();
    private int tokens;

    public WeChatByPath()
    {
        scripts[TokenPath] = (_, _) => Task.FromResult(Answers.Text(Answers.Token(TokenText(Interlocked.Increment(ref tokens)))));
        On(LoginPath, Answers.Session);
        On(PhonePath, Answers.Phone());
    }

    public static string TokenText(int number) => $"access-token-number-{number}";

    /// <summary>Answers HTTP 200 with these bodies in this order; the last one again and again.</summary>
    public WeChatByPath On(string path, params string[] bodies)
    {
        var next = 0;
        return On(path, (_, _) => Task.FromResult(Answers.Text(bodies[Math.Min(Interlocked.Increment(ref next), bodies.Length) - 1])));
    }

    public WeChatByPath On(string path, Func<SentRequest, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        scripts[path] = answer;
        return this;
    }

    public IReadOnlyList<SentRequest> To(string path) => [.. sent.Where(request => request.Uri.AbsolutePath == path)];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var seen = await SentRequest.OfAsync(request);
        sent.Enqueue(seen);
        return await scripts[seen.Uri.AbsolutePath](seen, cancellationToken);
    }
}
