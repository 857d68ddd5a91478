using System.Collections.Concurrent;
using static WeChat.MiniProgram.Auth.Tests.Testing.WeChatByPath;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The last 5 minutes, in which WeChat renews a token and honours the old one.</summary>
public sealed class TokenRenewalTests
{
    private static readonly TimeSpan UntilWindow = TimeSpan.FromSeconds(7200 - 299);

    private readonly ConcurrentQueue<DateTimeOffset> askedAt = new();
    private TaskCompletionSource<string> second = null!;
    private WeChatByPath weChat = null!;
    private TestApp app = null!;

    [SetUp]
    public async Task StartAsync()
    {
        askedAt.Clear();
        second = new(TaskCreationOptions.RunContinuationsAsynchronously);
        weChat = new WeChatByPath().On(TokenPath, async (_, _) =>
        {
            askedAt.Enqueue(app.Time.GetUtcNow());
            return Answers.Text(askedAt.Count == 1 ? Answers.Token("one") : await second.Task);
        });
        app = TestApp.Over(weChat);
        Assert.That(await app.AccessTokens.GetAccessTokenAsync(), Is.EqualTo("one"));
    }

    [TearDown]
    public async Task StopAsync()
    {
        // A call in flight would keep the pipelines from being disposed, as they wait by the clock that stands still.
        second.TrySetResult(Answers.Token("last"));
        app.Time.Advance(TimeSpan.FromHours(2));
        try
        {
            await app.AccessTokens.GetAccessTokenAsync();
        }
        catch (Exception exception) when (exception is WeChatApiException or WeChatUnavailableException)
        {
        }

        app.Dispose();
        weChat.Dispose();
    }

    [Test]
    public async Task GetAccessTokenAsync_InTheLastFiveMinutes_GivesTheOldTokenAtOnceAndTheNewOneAfterwards()
    {
        app.Time.Advance(UntilWindow - TimeSpan.FromMinutes(1));
        await app.AccessTokens.GetAccessTokenAsync();
        await Eventually.HasBegunAsync();
        app.Time.Advance(TimeSpan.FromMinutes(1));
        var windowBegins = app.Time.GetUtcNow();

        for (var i = 0; i < 100; i++)
        {
            var call = app.AccessTokens.GetAccessTokenAsync();
            Assert.That(call.IsCompletedSuccessfully, Is.True);
            Assert.That(await call, Is.EqualTo("one"));
        }

        second.SetResult(Answers.Token("two"));
        await Eventually.IsTrueAsync(async () => await app.AccessTokens.GetAccessTokenAsync() == "two");

        Assert.That(askedAt.Skip(1), Is.EqualTo(new[] { windowBegins }));
    }

    [Test]
    public async Task GetAccessTokenAsync_RenewalFails_KeepsTheOldTokenAndAsksEveryTenSecondsAtMost()
    {
        second.SetResult(Answers.Error(45009, "quota"));
        app.Time.Advance(UntilWindow);
        var windowBegins = app.Time.GetUtcNow();
        await AskUntilCountIsAsync(2);

        for (var i = 0; i < 200; i++)
        {
            Assert.That(await app.AccessTokens.GetAccessTokenAsync(), Is.EqualTo("one"));
            await Task.Yield();
        }

        app.Time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.That(await app.AccessTokens.GetAccessTokenAsync(), Is.EqualTo("one"));
        await Eventually.HasBegunAsync();
        app.Time.Advance(TimeSpan.FromSeconds(0.1));
        await AskUntilCountIsAsync(3);

        Assert.That(askedAt.Skip(1), Is.EqualTo(new[] { windowBegins, windowBegins + TimeSpan.FromSeconds(10) }));
    }

    [Test]
    public async Task GetAccessTokenAsync_RenewalsFailUntilTheEnd_TellsTheFailureOnlyThen()
    {
        second.SetResult(Answers.Error(45009, "quota"));
        app.Time.Advance(UntilWindow);
        await AskUntilCountIsAsync(2);
        app.Time.Advance(TimeSpan.FromSeconds(298));
        Assert.That(await app.AccessTokens.GetAccessTokenAsync(), Is.EqualTo("one"));

        app.Time.Advance(TimeSpan.FromSeconds(1));

        var exception = await Failure.OfAsync<WeChatApiException>(app.AccessTokens.GetAccessTokenAsync().AsTask());
        Assert.That(exception.ErrorCode, Is.EqualTo(WeChatErrorCode.DailyLimit));
    }

    [Test]
    public async Task GetAccessTokenAsync_WeChatStillGivesTheOldToken_AsksEveryTenSecondsAtMost()
    {
        second.SetResult(Answers.Token("one", "250"));
        app.Time.Advance(UntilWindow);
        var windowBegins = app.Time.GetUtcNow();
        await AskUntilCountIsAsync(2);
        for (var i = 0; i < 200; i++)
        {
            Assert.That(await app.AccessTokens.GetAccessTokenAsync(), Is.EqualTo("one"));
            await Task.Yield();
        }

        app.Time.Advance(TimeSpan.FromSeconds(10));
        await AskUntilCountIsAsync(3);

        Assert.That(askedAt.Skip(1), Is.EqualTo(new[] { windowBegins, windowBegins + TimeSpan.FromSeconds(10) }));
    }

    private Task AskUntilCountIsAsync(int count) => Eventually.IsTrueAsync(async () =>
    {
        await app.AccessTokens.GetAccessTokenAsync();
        return askedAt.Count >= count;
    });
}
