namespace WeChat.MiniProgram.Auth.Tests;

public sealed class TimeoutTests
{
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(3);

    [Test]
    public async Task ExchangeAsync_AttemptsThatHang_AreTwiceThenUnavailable()
    {
        using var handler = ScriptedHandler.Hanging();
        using var app = TestApp.Over(handler);

        var call = app.Sessions.ExchangeAsync(Answers.Code);
        await TimeOutAsync(app, handler, attempt: 1);
        await TimeOutAsync(app, handler, attempt: 2);
        var exception = await Failure.OfAsync<WeChatUnavailableException>(call);

        Assert.That(handler.Count, Is.EqualTo(2), "one retry of an ambiguous attempt, and no more");
        Assert.That(exception.InnerException, Is.Not.Null);
        Assert.That(exception.Message, Does.Contain("did not answer in time"));
    }

    [Test]
    public async Task ExchangeAsync_OneAttemptThatHangs_IsRetried()
    {
        var first = true;
        using var handler = new ScriptedHandler(async (_, token) =>
        {
            if (first)
            {
                first = false;
                await Task.Delay(Timeout.Infinite, token);
            }

            return Answers.Text(Answers.Session);
        });
        using var app = TestApp.Over(handler);

        var call = app.Sessions.ExchangeAsync(Answers.Code);
        await TimeOutAsync(app, handler, attempt: 1);

        Assert.That((await call).OpenId, Is.EqualTo(Answers.OpenId));
        Assert.That(handler.Count, Is.EqualTo(2));
        Assert.That(handler.Requests[1], Is.EqualTo(handler.Requests[0]), "the same host and query");
    }

    [Test]
    public async Task ExchangeAsync_TotalTimeout_EndsTheWaitBetweenAttempts()
    {
        using var handler = ScriptedHandler.Of(() => Answers.Status(503));
        using var app = TestApp.Over(handler, options =>
        {
            options.RetryDelay = options.TotalTimeout = TimeSpan.FromSeconds(4);
            options.MaxRetryAttempts = 10;
        });

        var call = app.Sessions.ExchangeAsync(Answers.Code);
        app.Time.Advance(TimeSpan.FromSeconds(4));
        var exception = await Failure.OfAsync<WeChatUnavailableException>(call);

        Assert.That(exception.Message, Does.Contain("no answer within 00:00:04"));
        Assert.That(handler.Count, Is.LessThan(11));
    }

    [Test]
    public async Task ExchangeAsync_BodyThatNeverEnds_TimesOut()
    {
        using var handler = ScriptedHandler.Of(() => new() { Content = new StreamContent(new ScriptedStream(token => Task.Delay(Timeout.Infinite, token))) });
        using var app = TestApp.Over(handler, options => options.MaxRetryAttempts = 0);

        var call = app.Sessions.ExchangeAsync(Answers.Code);
        app.Time.Advance(AttemptTimeout);

        await Failure.OfAsync<WeChatUnavailableException>(call);
    }

    [TestCase(3, 10)]
    [TestCase(3, 3)]
    public async Task ExchangeAsync_HandlerThatTellsTheAddressWhenItIsCancelled_ShowsNoSecret(int attemptSeconds, int totalSeconds)
    {
        using var handler = new ScriptedHandler(async (request, token) =>
        {
            await Task.WhenAny(Task.Delay(Timeout.Infinite, token));
            throw new TaskCanceledException($"GET {request.RequestUri} was cancelled.", null, token);
        });
        using var log = new CapturedLog();
        using var app = TestApp.Over(
            handler,
            options => (options.AttemptTimeout, options.TotalTimeout) = (TimeSpan.FromSeconds(attemptSeconds), TimeSpan.FromSeconds(totalSeconds)),
            log);

        // Until the circuit opens, which keeps what opened it.
        for (var i = 0; i < 22; i++)
        {
            var call = app.Sessions.ExchangeAsync(Answers.Code);
            await Eventually.IsOverAsync(call, app.Time, TimeSpan.FromSeconds(0.5));
            var exception = await Failure.OfAsync<WeChatUnavailableException>(call);

            Assert.That(exception.ToString(), Does.Not.Contain(TestApp.AppSecret).And.Not.Contain(Answers.Code));
            Assert.That(exception.InnerException, Is.Not.Null);
        }

        Assert.That(log.All.Select(entry => entry.Everything), Has.None.Contains(TestApp.AppSecret).And.None.Contains(Answers.Code));
    }

    // An attempt that has not begun would be timed out by the total timeout.
    private static async Task TimeOutAsync(TestApp app, ScriptedHandler handler, int attempt)
    {
        await Eventually.IsTrueAsync(() => handler.Count == attempt);
        app.Time.Advance(AttemptTimeout);
    }
}
