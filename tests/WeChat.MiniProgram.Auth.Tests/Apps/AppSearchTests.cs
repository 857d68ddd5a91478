using static WeChat.MiniProgram.Auth.Tests.Testing.ManyApps;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>One question to the source for all who wait for the same app.</summary>
public sealed class AppSearchTests
{
    private TaskCompletionSource answer = null!;
    private ManyApps apps = null!;

    [SetUp]
    public void Start()
    {
        answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        apps = new ManyApps();
        apps.Source.Before = _ => answer.Task;
    }

    [TearDown]
    public void Stop() => apps.Dispose();

    [Test]
    public async Task GetAsync_AHundredAtOnce_AskOnceAndGetTheSameApp()
    {
        var waiting = Enumerable.Range(0, 100).Select(_ => apps.GetAsync(A)).ToList();
        await Eventually.HasBegunAsync();
        answer.SetResult();

        Assert.That((await Task.WhenAll(waiting)).Distinct().ToList(), Has.Count.EqualTo(1));
        Assert.That(apps.Source.AskedFor(A), Is.EqualTo(1));
    }

    [Test]
    public async Task GetAsync_AHundredOnManyThreads_AskOnceAndGetTheSameApp()
    {
        answer.SetResult();

        var found = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => apps.GetAsync(A))));

        Assert.That(found.Distinct().ToList(), Has.Count.EqualTo(1));
        Assert.That(apps.Source.AskedFor(A), Is.EqualTo(1));
    }

    [Test]
    public async Task GetAsync_UnknownAppOnManyThreads_NeverAsksTwiceAtOnce()
    {
        var (asking, mostAtOnce) = (0, 0);
        apps.Source[A] = null;
        apps.Source.Before = async _ =>
        {
            mostAtOnce = Math.Max(mostAtOnce, Interlocked.Increment(ref asking));
            await Task.Yield();
            Interlocked.Decrement(ref asking);
        };

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 4000; i++)
            {
                await Failure.OfAsync<MiniProgramNotFoundException>(apps.GetAsync(A));
            }
        })));

        Assert.That(mostAtOnce, Is.EqualTo(1));
    }

    [Test]
    public async Task GetAsync_CallerWithAContextOfItsOwn_KeepsItFromTheSourceThatOthersWaitForToo()
    {
        var context = new AsyncLocal<string?> { Value = "a transaction of the first caller" };
        var seen = "not asked";
        apps.Source.Before = _ =>
        {
            seen = context.Value;
            return Task.CompletedTask;
        };

        await apps.GetAsync(A);
        Assert.That(seen, Is.Null);
    }

    [Test]
    public async Task GetAsync_TheFirstIsCancelled_TheOthersGetTheApp()
    {
        using var source = new CancellationTokenSource();
        var first = apps.GetAsync(A, source.Token);
        var second = apps.GetAsync(A);
        await source.CancelAsync();
        await Failure.OfAsync<OperationCanceledException>(first);
        answer.SetResult();

        Assert.That((await second).AppId, Is.EqualTo(A));
        Assert.That(apps.Source.AskedFor(A), Is.EqualTo(1));
    }

    [Test]
    public async Task GetAsync_AnotherApp_DoesNotWaitForThisOne()
    {
        apps.Source.Before = appId => appId == A ? answer.Task : Task.CompletedTask;
        var waiting = apps.GetAsync(A);

        Assert.That((await apps.GetAsync(B)).AppId, Is.EqualTo(B));
        Assert.That(waiting.IsCompleted, Is.False);
        answer.SetResult();
        await waiting;
    }

    [Test]
    public async Task GetAsync_SourceThrows_ReachesAllWhoWaitAsItIsAndIsForgotten()
    {
        var waiting = Enumerable.Range(0, 10).Select(_ => apps.GetAsync(A)).ToList();
        var failure = new IOException("the database is down");
        answer.SetException(failure);
        foreach (var waiter in waiting)
        {
            Assert.That(await Failure.OfAsync<IOException>(waiter), Is.SameAs(failure));
        }

        apps.Source.Before = _ => Task.CompletedTask;
        Assert.That((await apps.GetAsync(A)).AppId, Is.EqualTo(A));
        Assert.That(apps.Source.AskedFor(A), Is.EqualTo(2));
    }

    [Test]
    public async Task GetAsync_SourceThatNeverAnswers_IsGivenUpAndAskedAnewByTheNext([Values] bool blocks)
    {
        using var end = new ManualResetEventSlim();
        apps.Source.Before = _ =>
        {
            if (blocks)
            {
                end.Wait();
            }

            return answer.Task;
        };
        var waiting = Enumerable.Range(0, 10).Select(_ => apps.GetAsync(A)).ToList();
        foreach (var waiter in waiting)
        {
            await Eventually.IsOverAsync(waiter, apps.Time, TimeSpan.FromSeconds(1));
            var exception = await Failure.OfAsync<TimeoutException>(waiter);
            Assert.That(exception.Message, Is.EqualTo("IMiniProgramSource did not answer within 00:00:10."));
        }

        await Eventually.IsTrueAsync(() => apps.Source.LastToken.IsCancellationRequested);
        apps.Source.Before = _ => Task.CompletedTask;
        Assert.That((await apps.GetAsync(A)).AppId, Is.EqualTo(A));
        Assert.That(apps.Source.AskedFor(A), Is.EqualTo(2));
        end.Set();
    }

    [Test]
    public async Task GetAsync_SourceThatIsSlow_IsWaitedForUntilTheTimeout()
    {
        var call = apps.GetAsync(A);
        await Eventually.IsTrueAsync(() => apps.Source.AskedFor(A) == 1);
        apps.Time.Advance(TimeSpan.FromSeconds(9.999));
        Assert.That(apps.Source.LastToken.IsCancellationRequested, Is.False);
        answer.SetResult();

        Assert.That((await call).AppId, Is.EqualTo(A));
    }

    [Test]
    public async Task GetAsync_TimeoutOfTheSourcesOwn_ReachesTheCallerAsItIs()
    {
        var failure = new TimeoutException("of the database");
        answer.SetException(failure);

        Assert.That(await Failure.OfAsync<TimeoutException>(apps.GetAsync(A)), Is.SameAs(failure));
    }

    [Test]
    public async Task GetAsync_CredentialsWithoutASecretAndNoPlatform_SaysSo()
    {
        answer.SetResult();
        apps.Source[A] = new();

        var exception = await Failure.OfAsync<InvalidOperationException>(apps.GetAsync(A));

        Assert.That(exception.Message, Does.Contain("AppSecret").And.Contain("UseComponentPlatform"));
    }
}
