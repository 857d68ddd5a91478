namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>.NET Framework's streams do not look at the token of a read: closing the answer ends it.</summary>
public sealed class StalledBodyTests
{
    [Test]
    public async Task ExchangeAsync_BodyThatStallsAndIgnoresItsToken_EndsInTime()
    {
        using var handler = ScriptedHandler.Of(Stalled);
        using var app = TestApp.Over(handler, options => options.MaxRetryAttempts = 0);

        var call = app.Sessions.ExchangeAsync(Answers.Code);
        app.Time.Advance(TimeSpan.FromSeconds(3));

        Assert.That((await Failure.OfAsync<WeChatUnavailableException>(call)).Message, Does.Contain("did not answer in time"));
    }

    [Test]
    public async Task ExchangeAsync_UsersWhoCancelWhileTheBodyStalls_AreCancelledAndOpenNoCircuit()
    {
        using var log = new CapturedLog();
        using var handler = ScriptedHandler.Of(Stalled);
        using var app = TestApp.Over(handler, log: log);
        for (var i = 0; i < 25; i++)
        {
            using var source = new CancellationTokenSource();
            var call = app.Sessions.ExchangeAsync(Answers.Code, source.Token);
            await source.CancelAsync();
            await Failure.OfAsync<OperationCanceledException>(call);
        }

        Assert.That(log.Ours.Select(entry => entry.EventId), Has.None.EqualTo(10));
    }

    private static HttpResponseMessage Stalled() => new() { Content = new StreamContent(new StalledStream()) };

    private sealed class StalledStream : ForwardOnlyStream
    {
        private readonly TaskCompletionSource<int> reading = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => reading.Task;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(reading.Task);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            reading.TrySetException(new ObjectDisposedException(nameof(StalledStream)));
            base.Dispose(disposing);
        }
    }
}
