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
    public async Task GetAsync_CredentialsWithoutASecretAndNoPlatform_SaysSo()
    {
        answer.SetResult();
        apps.Source[A] = new();

        var exception = await Failure.OfAsync<InvalidOperationException>(apps.GetAsync(A));

        Assert.That(exception.Message, Does.Contain("AppSecret").And.Contain("UseComponentPlatform"));
    }
}
