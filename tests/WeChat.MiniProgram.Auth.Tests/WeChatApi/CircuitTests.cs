using System.Net;
using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>A flood of logins against a WeChat that is down, or half down.</summary>
public sealed class CircuitTests
{
    [Test]
    public async Task ExchangeAsync_FloodAgainstADeadWeChat_StopsAtTheCircuit()
    {
        await using var server = await SandboxServer.StartAsync();
        server.Sandbox.FailAlways(SandboxFault.Status(503));
        using var app = TestApp.At(server);

        var logins = Enumerable.Range(0, 400).Select(_ => Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync("code")));
        await Task.WhenAll(logins);

        Assert.That(server.Sandbox.RequestCount, Is.LessThan(500));
    }

    [Test]
    public async Task ExchangeAsync_OpenCircuit_AnswersAtOnceWithoutARequest()
    {
        await using var server = await SandboxServer.StartAsync();
        server.Sandbox.FailAlways(SandboxFault.Status(503));
        using var app = TestApp.At(server, options => options.MaxRetryAttempts = 0);
        for (var i = 0; i < 20; i++)
        {
            await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync("code"));
        }

        var call = app.Sessions.ExchangeAsync("code");

        Assert.That(call.IsCompleted, Is.True, "it waits for nothing");
        await Failure.OfAsync<WeChatUnavailableException>(call);
        Assert.That(server.Sandbox.RequestCount, Is.EqualTo(20));
    }

    [TestCase(200)]
    [TestCase(302)]
    [TestCase(429)]
    [TestCase(503)]
    public async Task ExchangeAsync_HostWithoutAUsableAnswer_IsLeftAlone(int status)
    {
        using var handler = ScriptedHandler.Of(() => Answers.Status(status));
        using var app = TestApp.Over(handler, options => (options.FallbackAddress, options.MaxRetryAttempts) = (null, 0));
        for (var i = 0; i < 30; i++)
        {
            await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(Answers.Code));
        }

        Assert.That(handler.Count, Is.EqualTo(20));
    }

    [Test]
    public async Task ExchangeAsync_HangingHostWhoseAttemptsTheTotalTimeoutEnds_IsLeftAlone()
    {
        using var handler = new ScriptedHandler(async (request, cancellationToken) =>
        {
            if (request.RequestUri!.Host == "api.weixin.qq.com")
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return Answers.Text(Answers.Session);
        });
        using var app = TestApp.Over(handler, options => options.TotalTimeout = options.AttemptTimeout = TimeSpan.FromSeconds(1));
        for (var i = 0; i < 20; i++)
        {
            var call = app.Sessions.ExchangeAsync(Answers.Code);
            app.Time.Advance(TimeSpan.FromSeconds(1));
            await Failure.OfAsync<WeChatUnavailableException>(call);
        }

        var last = app.Sessions.ExchangeAsync(Answers.Code);
        await Eventually.IsOverAsync(last, app.Time, TimeSpan.FromSeconds(1));
        Assert.That((await last).OpenId, Is.EqualTo(Answers.OpenId));
    }

    [Test]
    public async Task ExchangeAsync_CallersWhoHangUp_CloseNoHost()
    {
        var hangs = true;
        using var handler = new ScriptedHandler(async (_, cancellationToken) =>
        {
            await Task.Delay(hangs ? Timeout.Infinite : 0, cancellationToken);
            return Answers.Text(Answers.Session);
        });
        using var app = TestApp.Over(handler, options => options.FallbackAddress = null);
        for (var i = 0; i < 40; i++)
        {
            using var hangUp = new CancellationTokenSource();
            var call = app.Sessions.ExchangeAsync(Answers.Code, hangUp.Token);
            await hangUp.CancelAsync();
            await Failure.OfAsync<OperationCanceledException>(call);
        }

        hangs = false;
        Assert.That((await app.Sessions.ExchangeAsync(Answers.Code)).OpenId, Is.EqualTo(Answers.OpenId));
    }

    [Test]
    public async Task GetPluginOpenPIdAsync_SystemErrorOfThePlugin_ClosesNoHostToLogins()
    {
        using var weChat = new WeChatByPath().On("/wxa/getpluginopenpid", Answers.Error(1000, "system error"));
        using var app = TestApp.Over(weChat, options => options.FallbackAddress = null);
        for (var i = 0; i < 20; i++)
        {
            await Failure.OfAsync<WeChatApiException>(app.Users.GetPluginOpenPIdAsync("a made-up code"));
        }

        Assert.That((await app.Sessions.ExchangeAsync(Answers.Code)).OpenId, Is.EqualTo(Answers.OpenId));
    }

    [TestCase(403, "<html>")]
    [TestCase(403, "")]
    [TestCase(403, """{"message":"blocked"}""")]
    [TestCase(400, "[]")]
    [TestCase(412, "")]
    [TestCase(414, "null")]
    [TestCase(499, "<html>")]
    public async Task ExchangeAsync_AClientsCodesThatAFirewallRefuses_CloseTheHostToNobodyElse(int status, string body)
    {
        using var handler = new ScriptedHandler((request, _) => Task.FromResult(
            request.RequestUri!.Query.Contains("%3Cscript%3E", StringComparison.Ordinal)
                ? new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) }
                : Answers.Text(Answers.Session)));
        using var app = TestApp.Over(handler, options => options.FallbackAddress = null);
        for (var i = 0; i < 40; i++)
        {
            await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync("<script>"));
        }

        Assert.That((await app.Sessions.ExchangeAsync(Answers.Code)).OpenId, Is.EqualTo(Answers.OpenId));
    }

    [Test]
    public async Task ExchangeAsync_AFifthOfAnswersFailing_LosesFewLogins()
    {
        const int Logins = 1000;
        SandboxFault[] faults = [SandboxFault.Status(503), SandboxFault.Busy, SandboxFault.ResetBefore];
        await using var server = await SandboxServer.StartAsync();
        using var app = TestApp.At(server);
#pragma warning disable CA5394 // The same faults in each run.
        var random = new Random(20261124);
        var succeeded = 0;
        for (var user = 0; user < Logins; user++)
        {
            // What a login meets is drawn attempt by attempt, as long as its attempts go on failing.
            while (random.Next(100) < 20)
            {
                server.Sandbox.Fail(faults[random.Next(faults.Length)]);
            }
#pragma warning restore CA5394

            succeeded += await IsLoggedInAsync(app, server.Sandbox.Login($"o{user}")) ? 1 : 0;
            server.Sandbox.ClearFaults();
        }

        Assert.That(100.0 * succeeded / Logins, Is.AtLeast(97.5));
    }

    private static async Task<bool> IsLoggedInAsync(TestApp app, string code)
    {
        try
        {
            await app.Sessions.ExchangeAsync(code);
            return true;
        }
        catch (Exception exception) when (exception is WeChatApiException or WeChatUnavailableException)
        {
            return false;
        }
    }
}
