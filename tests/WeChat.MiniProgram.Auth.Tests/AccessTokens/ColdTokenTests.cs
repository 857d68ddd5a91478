using WeChatSandbox;
using static WeChat.MiniProgram.Auth.Tests.Testing.WeChatByPath;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The first token: one call however many wait, and nobody's cancellation or failure is anybody else's for longer than that call.</summary>
public sealed class ColdTokenTests
{
    private TaskCompletionSource answer = null!;
    private WeChatByPath weChat = null!;
    private TestApp app = null!;

    [SetUp]
    public void Start()
    {
        answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        weChat = new WeChatByPath().On(TokenPath, async (_, _) =>
        {
            await answer.Task;
            return Answers.Text(Answers.Token("the-token"));
        });
        app = TestApp.Over(weChat);
    }

    [TearDown]
    public void Stop()
    {
        app.Dispose();
        weChat.Dispose();
    }

    [Test]
    public async Task GetAccessTokenAsync_AThousandAtOnce_AskWeChatOnce()
    {
        var waiting = Enumerable.Range(0, 1000).Select(_ => app.AccessTokens.GetAccessTokenAsync().AsTask()).ToList();
        await Eventually.HasBegunAsync();
        answer.SetResult();

        Assert.That(await Task.WhenAll(waiting), Has.All.EqualTo("the-token"));
        Assert.That(await app.AccessTokens.GetAccessTokenAsync(), Is.EqualTo("the-token"));
        Assert.That(weChat.To(TokenPath), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task GetAccessTokenAsync_AThousandThreadsOverRealHttp_AskWeChatOnce()
    {
        await using var server = await SandboxServer.StartAsync();
        using var loopback = TestApp.At(server);
        var tokens = loopback.AccessTokens;

        var texts = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(async () => await tokens.GetAccessTokenAsync())));

        Assert.That(texts, Has.All.EqualTo(server.Sandbox.AccessToken()));
        Assert.That(server.Sandbox.RequestsOf(TokenPath), Is.EqualTo(1));
    }

    [TestCase(0)]
    [TestCase(2)]
    public async Task GetAccessTokenAsync_AWaiterIsCancelled_OnlyThatOneGoes(int cancelled)
    {
        using var source = new CancellationTokenSource();
        var waiting = Enumerable.Range(0, 4)
            .Select(i => app.AccessTokens.GetAccessTokenAsync(i == cancelled ? source.Token : CancellationToken.None).AsTask()).ToList();
        await source.CancelAsync();

        var exception = await Failure.OfAsync<OperationCanceledException>(waiting[cancelled]);
        answer.SetResult();
        waiting.RemoveAt(cancelled);

        Assert.That(exception.CancellationToken, Is.EqualTo(source.Token));
        Assert.That(await Task.WhenAll(waiting), Has.All.EqualTo("the-token"));
        Assert.That(weChat.To(TokenPath), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task GetAccessTokenAsync_TheOnlyWaiterIsCancelled_TheNextOneGetsWhatItAskedFor()
    {
        using var source = new CancellationTokenSource();
        var first = app.AccessTokens.GetAccessTokenAsync(source.Token).AsTask();
        await Eventually.IsTrueAsync(() => weChat.To(TokenPath).Count == 1);
        await source.CancelAsync();
        await Failure.OfAsync<OperationCanceledException>(first);
        answer.SetResult();

        Assert.That(await app.AccessTokens.GetAccessTokenAsync(), Is.EqualTo("the-token"));
        Assert.That(weChat.To(TokenPath), Has.Count.EqualTo(1));
    }

    [Test]
    public void GetAccessTokenAsync_CancelledBefore_AsksNothing()
    {
        Assert.That(
            () => app.AccessTokens.GetAccessTokenAsync(new CancellationToken(canceled: true)).AsTask(),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(weChat.To(TokenPath), Is.Empty);
    }

    [Test]
    public async Task GetAccessTokenAsync_Failure_ReachesAllWaitersAndIsForgotten()
    {
        weChat.On(TokenPath, async (_, _) =>
        {
            await answer.Task;
            return Answers.Text(Answers.Error(40125, "invalid appsecret"));
        });
        var waiting = Enumerable.Range(0, 20).Select(_ => app.AccessTokens.GetAccessTokenAsync().AsTask()).ToList();
        await Eventually.HasBegunAsync();
        answer.SetResult();
        foreach (var waiter in waiting)
        {
            Assert.That((await Failure.OfAsync<WeChatApiException>(waiter)).ErrorCode, Is.EqualTo(WeChatErrorCode.InvalidAppSecret));
        }

        Assert.That(weChat.To(TokenPath), Has.Count.EqualTo(1));
        weChat.On(TokenPath, Answers.Token("after the failure"));
        Assert.That(await app.AccessTokens.GetAccessTokenAsync(), Is.EqualTo("after the failure"));
    }
}
