using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>A js_code works once, so each row of the retry table matters.</summary>
public sealed class RetryTests
{
    private const string MayBeSpent = "earlier attempt";

    [TestCase(500)]
    [TestCase(502)]
    [TestCase(503)]
    [TestCase(504)]
    [TestCase(429)]
    public async Task ExchangeAsync_HttpErrorThenAnswer_Succeeds(int status)
    {
        using var handler = ScriptedHandler.Of(() => Answers.Status(status), () => Answers.Status(status), () => Answers.Text(Answers.Session));
        using var app = TestApp.Over(handler);

        var session = await app.Sessions.ExchangeAsync(Answers.Code);

        Assert.That(session.OpenId, Is.EqualTo(Answers.OpenId));
        Assert.That(handler.Count, Is.EqualTo(3));
        Assert.That(handler.Requests.Distinct().Count(), Is.EqualTo(1), "the same host and query each time");
    }

    [TestCase(0, 1)]
    [TestCase(1, 2)]
    [TestCase(2, 3)]
    [TestCase(4, 5)]
    public async Task ExchangeAsync_HttpErrorForGood_IsTriedAsOftenAsTheOptionSays(int retries, int requests)
    {
        using var handler = ScriptedHandler.Of(() => Answers.Status(503));
        using var app = TestApp.Over(handler, options => options.MaxRetryAttempts = retries);

        var exception = await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(Answers.Code));

        Assert.That(handler.Count, Is.EqualTo(requests));
        Assert.That(exception.Message, Does.Contain("HTTP 503").And.Contain($"{requests} attempt(s)"));
    }

    [Test]
    public async Task ExchangeAsync_Busy_IsRetriedThenTold()
    {
        using var handler = ScriptedHandler.OfBodies(Answers.Error(-1, "system error"));
        using var app = TestApp.Over(handler);

        var exception = await Failure.OfAsync<WeChatApiException>(app.Sessions.ExchangeAsync(Answers.Code));

        Assert.That(exception.Kind, Is.EqualTo(WeChatErrorKind.Busy));
        Assert.That(handler.Count, Is.EqualTo(3));
    }

    [TestCase("""{"errcode":-1,"errmsg":"system error"}""")]
    [TestCase("")]
    [TestCase("<html>")]
    public async Task ExchangeAsync_TransientBodyThenAnswer_Succeeds(string body)
    {
        using var handler = ScriptedHandler.OfBodies(body, Answers.Session);
        using var app = TestApp.Over(handler);

        await app.Sessions.ExchangeAsync(Answers.Code);

        Assert.That(handler.Count, Is.EqualTo(2));
        Assert.That(handler.Requests[1], Is.EqualTo(handler.Requests[0]), "the same host and query");
    }

    [TestCase(1000)]
    [TestCase(40013)]
    [TestCase(40029)]
    [TestCase(40125)]
    [TestCase(40163)]
    [TestCase(40226)]
    [TestCase(45011)]
    [TestCase(99999)]
    public async Task ExchangeAsync_AnyOtherErrcode_IsFinal(int errcode)
    {
        using var handler = ScriptedHandler.OfBodies(Answers.Error(errcode));
        using var app = TestApp.Over(handler);

        await Failure.OfAsync<WeChatApiException>(app.Sessions.ExchangeAsync(Answers.Code));

        Assert.That(handler.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task ExchangeAsync_RetryAfterBeyondTheTotalTimeout_IsNotWaitedFor()
    {
        using var handler = ScriptedHandler.Of(() => Answers.Status(429, TimeSpan.FromHours(1)));
        using var app = TestApp.Over(handler);

        await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(Answers.Code));

        Assert.That(handler.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task ExchangeAsync_RetryAfterBeyondWhatIsLeft_IsNotWaitedFor()
    {
        using var handler = ScriptedHandler.Of(() => Answers.Status(503, TimeSpan.FromSeconds(5)), () => Answers.Status(503, TimeSpan.FromSeconds(6)));
        using var app = TestApp.Over(handler);

        var call = app.Sessions.ExchangeAsync(Answers.Code);
        app.Time.Advance(TimeSpan.FromSeconds(5));
        var exception = await Failure.OfAsync<WeChatUnavailableException>(call);

        Assert.That(handler.Count, Is.EqualTo(2));
        Assert.That(exception.Message, Does.Contain("HTTP 503"));
    }

    [TestCase(2, false)]
    [TestCase(0, true)]
    [TestCase(-2, true)]
    public async Task ExchangeAsync_RetryAfterADate_IsWaitedForUntilThen(int seconds, bool atOnce)
    {
        TestApp app = null!;
        using var handler = ScriptedHandler.Of(
            () =>
            {
                var response = Answers.Status(503);
                response.Headers.RetryAfter = new(app.Time.GetUtcNow().AddSeconds(seconds));
                return response;
            },
            () => Answers.Text(Answers.Session));
        using (app = TestApp.Over(handler))
        {
            var call = app.Sessions.ExchangeAsync(Answers.Code);
            Assert.That(handler.Count, Is.EqualTo(atOnce ? 2 : 1));
            app.Time.Advance(TimeSpan.FromSeconds(Math.Max(seconds, 0)));
            await call;
        }

        Assert.That(handler.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task ExchangeAsync_ConnectionBrokenAfterSending_IsTriedOnceMoreAtTheSameHost()
    {
        using var handler = ScriptedHandler.OfFailure(_ => new IOException("reset"));
        using var app = TestApp.Over(handler);

        await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(Answers.Code));

        Assert.That(handler.Count, Is.EqualTo(2));
        Assert.That(handler.Requests[1], Is.EqualTo(handler.Requests[0]), "another host would not know the code to be spent");
    }

    [Test]
    public async Task ExchangeAsync_AmbiguousAfterATransientFailure_IsRetriedOnceStill()
    {
        using var handler = ScriptedHandler.Of(
            () => Answers.Status(503), () => throw new IOException("reset"), () => Answers.Text(Answers.Session));
        using var app = TestApp.Over(handler);

        Assert.That((await app.Sessions.ExchangeAsync(Answers.Code)).OpenId, Is.EqualTo(Answers.OpenId));
        Assert.That(handler.Count, Is.EqualTo(3));
    }

    [Test]
    public async Task ExchangeAsync_CodeUsedAfterTwoAttemptsThatWeChatMayHaveSeen_SaysSo()
    {
        using var handler = ScriptedHandler.Of(
            () => Answers.Status(503), () => throw new IOException("reset"), () => Answers.Text(Answers.Error(40163, "code been used")));
        using var app = TestApp.Over(handler);

        var exception = await Failure.OfAsync<WeChatApiException>(app.Sessions.ExchangeAsync(Answers.Code));

        Assert.That(exception.Message, Does.Contain("An earlier attempt of this same call, whose answer was lost"));
    }

    [Test]
    public async Task ExchangeAsync_RetryAfter_IsWaitedFor()
    {
        using var handler = ScriptedHandler.Of(() => Answers.Status(503, TimeSpan.FromSeconds(5)), () => Answers.Text(Answers.Session));
        using var app = TestApp.Over(handler);

        var call = app.Sessions.ExchangeAsync(Answers.Code);
        app.Time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.That((handler.Count, call.IsCompleted), Is.EqualTo((1, false)));
        app.Time.Advance(TimeSpan.FromSeconds(0.2));
        await call;

        Assert.That(handler.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task ExchangeAsync_ConnectionRefused_IsRetriedThenUnavailable()
    {
        using var port = new ClosedPort();
        using var app = new TestApp(options => (options.BaseAddress, options.RetryDelay) = (port.Address, TimeSpan.Zero));

        var exception = await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(Answers.Code));

        Assert.That(exception.Message, Does.Contain("3 attempt(s)").And.Contain("could not be connected to"));
        Assert.That(exception.ToString(), Does.Not.Contain(TestApp.AppSecret).And.Not.Contain(Answers.Code));
    }

    [Test]
    public async Task ExchangeAsync_CodeUsedAfterALostAnswer_SaysThatTheCallMayHaveSpentIt()
    {
        await using var server = await SandboxServer.StartAsync();
        using var app = TestApp.At(server);
        server.Sandbox.Fail(SandboxFault.ResetAfter);

        var exception = await Failure.OfAsync<WeChatApiException>(app.Sessions.ExchangeAsync(server.Sandbox.Login("o1")));

        Assert.That(exception.ErrorCode, Is.EqualTo(WeChatErrorCode.CodeUsed));
        Assert.That(exception.Kind, Is.EqualTo(WeChatErrorKind.CodeRejected));
        Assert.That(exception.Message, Does.Contain(MayBeSpent));
        Assert.That(server.Sandbox.RequestCount, Is.EqualTo(2));
    }

    [Test]
    public async Task ExchangeAsync_CodeUsedAtOnce_DoesNotSayThatTheCallSpentIt()
    {
        using var handler = ScriptedHandler.OfBodies(Answers.Error(40163, "code been used"));
        using var app = TestApp.Over(handler);

        var exception = await Failure.OfAsync<WeChatApiException>(app.Sessions.ExchangeAsync(Answers.Code));

        Assert.That(exception.Message, Does.Not.Contain(MayBeSpent));
    }
}
