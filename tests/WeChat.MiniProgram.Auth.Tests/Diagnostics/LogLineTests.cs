using Microsoft.Extensions.Logging;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>Alerts are built on these lines: their ids and levels stay.</summary>
public sealed class LogLineTests
{
    private const string Rid = "652d44d0-1d0af18b-5b069232";

    [Test]
    public async Task Success_IsOneDebugLine()
    {
        var entry = await LineOfAsync(() => Answers.Text(Answers.Session));

        Assert.That((entry.Level, entry.EventId), Is.EqualTo((LogLevel.Debug, 1)));
        Assert.That(entry.Text, Does.Contain("code2Session").And.Contain(TestApp.AppId).And.Contain("1 attempt"));
    }

    [Test]
    public async Task SuccessAfterARetry_IsOneInformationLineWithTheHost()
    {
        var answers = new Queue<Func<HttpResponseMessage>>([() => Answers.Status(503), () => Answers.Text(Answers.Session)]);

        var entry = await LineOfAsync(() => answers.Dequeue()());

        Assert.That((entry.Level, entry.EventId), Is.EqualTo((LogLevel.Information, 9)));
        Assert.That(entry.Text, Does.Contain("code2Session").And.Contain(TestApp.AppId).And.Contain("2 attempt").And.Contain("api.weixin.qq.com"));
    }

    [Test]
    public async Task HostThatGoesOnFailing_IsOneWarningWhenItIsLeftAloneAndALineForWhatGoesToTheOther()
    {
        using var log = new CapturedLog();
        using var handler = new ScriptedHandler((request, _) => Task.FromResult(
            request.RequestUri!.Host == "api.weixin.qq.com" ? Answers.Status(503) : Answers.Text(Answers.Session)));
        using var app = TestApp.Over(handler, options => options.MaxRetryAttempts = 0, log);
        for (var i = 0; i < 20; i++)
        {
            await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(Answers.Code));
        }

        await app.Sessions.ExchangeAsync(Answers.Code);

        var (leftAlone, other) = (log.Ours.Single(entry => entry.EventId == 10), log.Ours.Single(entry => entry.EventId == 9));
        Assert.That(leftAlone.Level, Is.EqualTo(LogLevel.Warning));
        Assert.That(leftAlone.Text, Does.Contain(TestApp.AppId).And.Contain("api.weixin.qq.com").And.Contain("00:00:05"));
        Assert.That(other.Level, Is.EqualTo(LogLevel.Information));
        Assert.That(other.Text, Does.Contain(TestApp.AppId).And.Contain("1 attempt").And.Contain("api2.weixin.qq.com"));
    }

    [TestCase(40029, WeChatErrorKind.CodeRejected, 1)]
    [TestCase(40226, WeChatErrorKind.UserBlocked, 1)]
    [TestCase(45011, WeChatErrorKind.Throttled, 1)]
    [TestCase(99999, WeChatErrorKind.Unknown, 1)]
    [TestCase(-1, WeChatErrorKind.Busy, 3)]
    public async Task Refusal_IsOneWarning(int errcode, WeChatErrorKind kind, int attempts)
    {
        var entry = await LineOfAsync(() => Answers.Text(Answers.Error(errcode, $"some words, rid: {Rid}")));

        Assert.That((entry.Level, entry.EventId), Is.EqualTo((LogLevel.Warning, 2)));
        Assert.That(entry.Text, Does.Contain($"errcode {errcode}").And.Contain($"{kind}").And.Contain("some words")
            .And.Contain($"rid: {Rid}").And.Contain($"{attempts} attempt"));
    }

    [TestCase(40013)]
    [TestCase(40125)]
    [TestCase(40164)]
    [TestCase(50002)]
    public async Task RefusalOfTheConfiguration_IsOneError(int errcode)
    {
        var entry = await LineOfAsync(() => Answers.Text(Answers.Error(errcode, $"some words rid: {Rid}")));

        Assert.That((entry.Level, entry.EventId), Is.EqualTo((LogLevel.Error, 3)));
        Assert.That(entry.Text, Does.Contain($"errcode {errcode}").And.Contain("Misconfigured").And.Contain($"rid: {Rid}")
            .And.Contain("1 attempt").And.Contain(TestApp.AppId));
    }

    [Test]
    public async Task NoUsableAnswer_IsOneWarning()
    {
        var entry = await LineOfAsync(() => Answers.Status(503));

        Assert.That((entry.Level, entry.EventId), Is.EqualTo((LogLevel.Warning, 4)));
        Assert.That(entry.Text, Does.Contain("HTTP 503").And.Contain("3 attempt").And.Contain("api.weixin.qq.com").And.Contain(TestApp.AppId));
    }

    [Test]
    public async Task Errmsg_CannotForgeALine()
    {
        var entry = await LineOfAsync(() => Answers.Text(Answers.Error(40029, """a\r\nfail: forged""")));

        Assert.That(entry.Text, Does.Not.Contain("\n").And.Not.Contain("\r"));
    }

    private static async Task<LogEntry> LineOfAsync(Func<HttpResponseMessage> answer)
    {
        using var log = new CapturedLog();
        using var handler = ScriptedHandler.Of(answer);
        using var app = TestApp.Over(handler, log: log);
        try
        {
            await app.Login.LoginAsync(Answers.Code);
        }
        catch (Exception exception) when (exception is WeChatApiException or WeChatUnavailableException)
        {
        }

        return log.Ours.Single();
    }
}
