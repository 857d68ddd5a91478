using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>When the key cannot be stored, the user is logged in all the same: WeChat has identified them, and the code is spent.</summary>
public sealed class FaultyStoreTests
{
    private const string LateFailure = "the store, too late";

    private static readonly Dictionary<string, Func<CancellationToken, Task>> Faults = new()
    {
        ["throws at once"] = _ => throw new InvalidOperationException($"at once, {Answers.OpenId}"),
        ["fails"] = _ => Task.FromException(new IOException($"redis is down, {Answers.SessionKey}")),
        ["times out by itself"] = _ => Task.FromException(new OperationCanceledException("the store's own timeout")),
        ["is cancelled by itself"] = token => Task.FromCanceled(new CancellationToken(canceled: true)),
    };

    private static IEnumerable<string> NamesOfFaults => Faults.Keys;

    [Test]
    public async Task LoginAsync_StoreThatFails_GivesTheUserAndWarnsOnce([ValueSource(nameof(NamesOfFaults))] string fault)
    {
        using var log = new CapturedLog();
        using var handler = ScriptedHandler.OfBodies(Answers.Session);
        using var app = WithStore(handler, new FaultyStore(Faults[fault]), log);

        var user = await app.Login.LoginAsync(Answers.Code);

        Assert.That(user.OpenId, Is.EqualTo(Answers.OpenId));
        AssertOneWarning(log);
    }

    [Test]
    public async Task LoginAsync_StoreThatHangsAndIgnoresItsToken_GivesTheUserInTime()
    {
        using var log = new CapturedLog();
        using var handler = ScriptedHandler.OfBodies(Answers.Session);
        using var app = WithStore(handler, new FaultyStore(_ => new TaskCompletionSource().Task), log);

        var call = app.Login.LoginAsync(Answers.Code);
        app.Time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.That(call.IsCompleted, Is.False);
        app.Time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.That((await call).OpenId, Is.EqualTo(Answers.OpenId));
        AssertOneWarning(log);
    }

    [Test]
    public async Task LoginAsync_StoreThatHangs_IsToldToStop()
    {
        var given = CancellationToken.None;
        using var handler = ScriptedHandler.OfBodies(Answers.Session);
        using var app = WithStore(handler, new FaultyStore(token => Task.Delay(Timeout.Infinite, given = token)), new CapturedLog());

        var call = app.Login.LoginAsync(Answers.Code);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        await call;

        await Eventually.IsTrueAsync(() => given.IsCancellationRequested);
    }

    [Test]
    public async Task LoginAsync_StoreThatBlocksItsCaller_GivesTheUserInTime()
    {
        using var log = new CapturedLog();
        using var end = new ManualResetEventSlim();
        using var handler = ScriptedHandler.OfBodies(Answers.Session);
        using var app = WithStore(
            handler,
            new FaultyStore(_ =>
            {
                end.Wait(CancellationToken.None);
                return Task.CompletedTask;
            }),
            log);

        var call = app.Login.LoginAsync(Answers.Code);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        var user = await call;
        end.Set();

        Assert.That(user.OpenId, Is.EqualTo(Answers.OpenId));
        AssertOneWarning(log);
    }

    [Test]
    public async Task LoginAsync_StoreThatBlocksWhenItIsToldToStop_GivesTheUserInTime()
    {
        using var log = new CapturedLog();
        using var end = new ManualResetEventSlim();
        using var handler = ScriptedHandler.OfBodies(Answers.Session);
        var inStore = new TaskCompletionSource();
        using var app = WithStore(
            handler,
            new FaultyStore(token =>
            {
                token.Register(() => end.Wait(CancellationToken.None));
                inStore.SetResult();
                return new TaskCompletionSource().Task;
            }),
            log);

        var call = Task.Run(() => app.Login.LoginAsync(Answers.Code));
        await inStore.Task;
        await Eventually.IsOverAsync(call, app.Time, TimeSpan.FromSeconds(1));
        var user = await call;
        end.Set();

        Assert.That(user.OpenId, Is.EqualTo(Answers.OpenId));
        AssertOneWarning(log);
    }

    [Test]
    public async Task LoginAsync_CancelledInTheStore_IsCancelledWithTheCallersToken()
    {
        using var source = new CancellationTokenSource();
        using var handler = ScriptedHandler.OfBodies(Answers.Session);
        using var app = WithStore(handler, Cancelling(source, Task.FromCanceled), new CapturedLog());

        var exception = await Failure.OfAsync<OperationCanceledException>(app.Login.LoginAsync(Answers.Code, source.Token));

        Assert.That(exception.CancellationToken, Is.EqualTo(source.Token));
    }

    [Test]
    public async Task LoginAsync_CancelledWhileTheStoreHangs_TellsTheStoreToStop()
    {
        var given = CancellationToken.None;
        var inStore = new TaskCompletionSource();
        using var source = new CancellationTokenSource();
        using var handler = ScriptedHandler.OfBodies(Answers.Session);
        using var app = WithStore(handler, new FaultyStore(token => Hang(given = token)), new CapturedLog());

        var call = app.Login.LoginAsync(Answers.Code, source.Token);
        await inStore.Task;
        await source.CancelAsync();
        await Failure.OfAsync<OperationCanceledException>(call);

        Assert.That(given.IsCancellationRequested, Is.True);

        Task Hang(CancellationToken token)
        {
            inStore.SetResult();
            return new TaskCompletionSource().Task;
        }
    }

    [Test]
    public async Task LoginAsync_StoreThatThrowsWhenItIsToldToStop_GivesTheUserAndWarnsOnce()
    {
        using var log = new CapturedLog();
        using var handler = ScriptedHandler.OfBodies(Answers.Session);
        using var app = WithStore(handler, new FaultyStore(ThrowWhenCancelled), log);

        var call = app.Login.LoginAsync(Answers.Code);
        app.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.That((await call).OpenId, Is.EqualTo(Answers.OpenId));
        AssertOneWarning(log);

        static Task ThrowWhenCancelled(CancellationToken token)
        {
            token.Register(static () => throw new InvalidOperationException("a mistake in the store"));
            return new TaskCompletionSource().Task;
        }
    }

    [Test]
    public async Task LoginAsync_StoreThatFailsAfterTheLoginGaveUp_LeavesNoFailureUnobserved()
    {
        var unobserved = new List<Exception>();
        void Note(object? sender, UnobservedTaskExceptionEventArgs arguments) => unobserved.AddRange(
            arguments.Exception.InnerExceptions.Where(static exception => exception.Message == LateFailure));
        using var handler = ScriptedHandler.OfBodies(Answers.Session);
        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            await LoginThatGivesUpAsync(handler);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        Assert.That(unobserved, Is.Empty);
    }

    [Test]
    public async Task DecryptAsync_StoreThatAnswersCancellationWithItsOwnException_IsStillCancelled()
    {
        using var source = new CancellationTokenSource();
        using var handler = ScriptedHandler.OfBodies(Answers.Session);
        using var app = WithStore(handler, Cancelling(source, _ => Task.FromException(new IOException("closed"))), new CapturedLog());

        await Failure.OfAsync<OperationCanceledException>(
            app.Login.DecryptAsync<UserInfo>(Answers.OpenId, new(Vectors.Official.EncryptedData, Vectors.Official.Iv), source.Token));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task LoginThatGivesUpAsync(ScriptedHandler handler)
    {
        // The store knows of the signal alone, or the failed task would never be collected.
        var late = new TaskCompletionSource();
        using var app = WithStore(handler, new FaultyStore(_ => FailAfterAsync(late.Task)), new CapturedLog());
        var call = app.Login.LoginAsync(Answers.Code);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        await call;
        late.SetResult();
    }

    private static async Task FailAfterAsync(Task signal)
    {
        await signal;
        throw new IOException(LateFailure);
    }

    private static FaultyStore Cancelling(CancellationTokenSource source, Func<CancellationToken, Task> outcome) => new(token =>
    {
        source.Cancel();
        return outcome(token);
    });

    private static TestApp WithStore(ScriptedHandler handler, ISessionKeyStore store, CapturedLog log) =>
        TestApp.Over(handler, log: log, services: services => services.AddSingleton(store));

    private static void AssertOneWarning(CapturedLog log)
    {
        var warning = log.Ours.Single(entry => entry.Level >= LogLevel.Information);
        Assert.That((warning.Level, warning.EventId), Is.EqualTo((LogLevel.Warning, 5)));
        Assert.That(warning.Text, Does.Contain(TestApp.AppId));
        Assert.That(warning.Everything, Does.Not.Contain(Answers.OpenId).And.Not.Contain(Answers.SessionKey));
    }
}
