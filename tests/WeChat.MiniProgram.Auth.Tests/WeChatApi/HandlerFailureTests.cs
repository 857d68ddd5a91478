using RichardSzalay.MockHttp;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>A host's own handler can throw anything, and knows the address with the AppSecret in it.</summary>
public sealed class HandlerFailureTests
{
    private static readonly Dictionary<string, Func<HttpRequestMessage, Exception>> Failures = new()
    {
        ["odd"] = _ => new InvalidOperationException("odd"),
        ["no message"] = _ => new NotImplementedException(),
        ["cancelled by itself"] = _ => new OperationCanceledException("not the caller's"),
        ["HttpClient timeout"] = _ => new TaskCanceledException("timed out", new TimeoutException("timed out")),
        ["odd with address"] = request => new InvalidOperationException($"failed: {request.RequestUri}"),
        ["http with address"] = request => new HttpRequestException($"failed: {request.RequestUri!.AbsoluteUri}"),
        ["inner with address"] = request => new HttpRequestException("failed", new IOException($"at {request.RequestUri}")),
        ["aggregate with address"] = request => new AggregateException(new InvalidDataException(request.RequestUri!.OriginalString)),
        ["timeout with address"] = request => new TaskCanceledException("timed out", new TimeoutException($"no answer from {request.RequestUri}")),
        ["cancelled with address"] = request => new TaskCanceledException($"timed out: {request.RequestUri}"),
    };

    private static IEnumerable<string> NamesOfFailures => Failures.Keys;

    [Test]
    public async Task ExchangeAsync_HandlerThatThrows_IsUnavailableWithoutASecret([ValueSource(nameof(NamesOfFailures))] string failure)
    {
        using var handler = ScriptedHandler.OfFailure(Failures[failure]);
        using var app = TestApp.Over(handler);

        var exception = await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync("a code/with&signs"));

        Assert.That(exception.InnerException, Is.Not.Null);
        Assert.That(exception.ToString(), Does.Not.Contain(TestApp.AppSecret));
        Assert.That(exception.ToString(), Does.Not.Contain("with&signs").And.Not.Contain("with%26signs"));
    }

    [Test]
    public async Task ExchangeAsync_HandlerWhoseMessageIsHarmless_KeepsTheCause()
    {
        var cause = new InvalidOperationException("the proxy's certificate is missing");
        using var handler = ScriptedHandler.OfFailure(_ => cause);
        using var app = TestApp.Over(handler);

        var exception = await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(Answers.Code));

        Assert.That(exception.InnerException, Is.SameAs(cause));
    }

    [Test]
    public async Task ExchangeAsync_MockHandlerWithoutAMatch_ShowsNoSecret()
    {
        using var network = new MockHttpMessageHandler();
        network.Fallback.Throw(new InvalidOperationException($"No matching mock handler for GET https://h/?secret={TestApp.AppSecret}"));
        using var app = TestApp.Over(network);

        var exception = await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(Answers.Code));

        Assert.That(exception.ToString(), Does.Not.Contain(TestApp.AppSecret).And.Not.Contain(Answers.Code));
    }

    [Test]
    public async Task ExchangeAsync_MockHandlersOwnRefusal_ShowsNoSecret()
    {
        using var network = new MockHttpMessageHandler();
        using var app = TestApp.Over(network);

        var exception = await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(Answers.Code));

        Assert.That(exception.ToString(), Does.Not.Contain(TestApp.AppSecret).And.Not.Contain(Answers.Code));
    }
}
