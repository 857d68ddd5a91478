namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>Cancelling is an OperationCanceledException with the caller's token, never an exception of the package.</summary>
public sealed class CancellationTests
{
    [Test]
    public async Task ExchangeAsync_CancelledBefore_SendsNothing()
    {
        using var handler = ScriptedHandler.OfBodies(Answers.Session);
        using var app = TestApp.Over(handler);
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await AssertCancelledAsync(app.Sessions.ExchangeAsync(Answers.Code, source.Token), source.Token);

        Assert.That(handler.Count, Is.Zero);
    }

    [Test]
    public async Task ExchangeAsync_CancelledDuringTheRequest_EndsIt()
    {
        using var source = new CancellationTokenSource();
        using var handler = new ScriptedHandler(async (_, token) =>
        {
            await source.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return Answers.Text(Answers.Session);
        });
        using var app = TestApp.Over(handler);

        await AssertCancelledAsync(app.Sessions.ExchangeAsync(Answers.Code, source.Token), source.Token);

        Assert.That(handler.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task ExchangeAsync_CancelledDuringTheBody_EndsIt()
    {
        using var source = new CancellationTokenSource();
        using var handler = ScriptedHandler.Of(() => new() { Content = new StreamContent(new ScriptedStream(token => Task.Delay(Timeout.Infinite, token))) });
        using var app = TestApp.Over(handler);

        var call = app.Sessions.ExchangeAsync(Answers.Code, source.Token);
        Assert.That(call.IsCompleted, Is.False);
        await source.CancelAsync();

        await AssertCancelledAsync(call, source.Token);
    }

    [Test]
    public async Task ExchangeAsync_CancelledDuringTheWaitForARetry_EndsIt()
    {
        using var source = new CancellationTokenSource();
        using var handler = ScriptedHandler.Of(() => Answers.Status(503));
        using var app = TestApp.Over(handler, options => options.RetryDelay = TimeSpan.FromSeconds(5));

        var call = app.Sessions.ExchangeAsync(Answers.Code, source.Token);
        Assert.That((handler.Count, call.IsCompleted), Is.EqualTo((1, false)));
        await source.CancelAsync();

        await AssertCancelledAsync(call, source.Token);
        Assert.That(handler.Count, Is.EqualTo(1));
    }

    [TestCase(0)]
    [TestCase(2)]
    public async Task ExchangeAsync_HandlerThatAnswersCancellationWithItsOwnException_IsStillCancelled(int retries)
    {
        using var source = new CancellationTokenSource();
        using var handler = ScriptedHandler.OfFailure(_ =>
        {
            source.Cancel();
            return new HttpRequestException("the connection was aborted", new IOException());
        });
        using var app = TestApp.Over(handler, options => options.MaxRetryAttempts = retries);

        await AssertCancelledAsync(app.Sessions.ExchangeAsync(Answers.Code, source.Token), source.Token);
    }

    [TestCase(0)]
    [TestCase(2)]
    public async Task ExchangeAsync_BodyThatAnswersCancellationWithItsOwnException_IsStillCancelled(int retries)
    {
        using var source = new CancellationTokenSource();
        using var body = new ScriptedStream(async _ =>
        {
            await source.CancelAsync();
            throw new IOException("the connection was aborted");
        });
        using var handler = ScriptedHandler.Of(() => new() { Content = new StreamContent(body) });
        using var app = TestApp.Over(handler, options => options.MaxRetryAttempts = retries);

        await AssertCancelledAsync(app.Sessions.ExchangeAsync(Answers.Code, source.Token), source.Token);
    }

    [Test]
    public async Task LoginAsync_CancelledDuringTheRequest_IsCancelledToo()
    {
        using var source = new CancellationTokenSource();
        using var handler = ScriptedHandler.OfFailure(_ =>
        {
            source.Cancel();
            return new OperationCanceledException();
        });
        using var app = TestApp.Over(handler);

        await AssertCancelledAsync(app.Login.LoginAsync(Answers.Code, source.Token), source.Token);
    }

    private static async Task AssertCancelledAsync(Task call, CancellationToken token)
    {
        var exception = await Failure.OfAsync<OperationCanceledException>(call);
        Assert.That(exception.CancellationToken, Is.EqualTo(token));
    }
}
