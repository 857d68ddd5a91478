using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

[NonParallelizable]
public sealed class SessionKeyCheckTests
{
    private const string CheckPath = "/wxa/checksession";

    [Test]
    public async Task CheckSessionKeyAsync_OverRealHttp_TellsAsWeChatDoes()
    {
        await using var server = await SandboxServer.StartAsync();
        using var app = TestApp.At(server);
        await app.Login.LoginAsync(server.Sandbox.Login("o1"));
        Assert.That(await app.Users.CheckSessionKeyAsync("o1"), Is.True);

        server.Sandbox.RotateSessionKey("o1");
        Assert.That(await app.Users.CheckSessionKeyAsync("o1"), Is.False);

        await app.Login.LoginAsync(server.Sandbox.Login("o1"));
        Assert.That(await app.Users.CheckSessionKeyAsync("o1"), Is.True);

        server.Sandbox.EndSession("o1");
        Assert.That(await app.Users.CheckSessionKeyAsync("o1"), Is.False);
    }

    [TestCase(87009)]
    [TestCase(87007)]
    public async Task CheckSessionKeyAsync_EndedSession_IsAnAnswerAndNoTrouble(int errcode)
    {
        var appId = $"wx-ended-{errcode}";
        using var log = new CapturedLog();
        using var witness = new Witness();
        using var weChat = new WeChatByPath().On(CheckPath, Answers.Error(errcode));
        using var app = TestApp.Over(weChat, options => options.AppId = appId, log);
        await app.SessionKeys.AddAsync(new(appId, Answers.OpenId), new(Answers.SessionKey));

        Assert.That(await app.Users.CheckSessionKeyAsync(Answers.OpenId), Is.False);

        Assert.That(log.All.Where(entry => entry.Level >= LogLevel.Warning), Is.Empty);
        Assert.That(log.Ours.Single(entry => entry.EventId == 8).Text, Does.Contain($"{errcode}").And.Contain("checkSessionKey"));
        var told = witness.Told.Where(text => text.Contains(appId, StringComparison.Ordinal)).ToList();
        Assert.That(told, Has.Some.Contains($"{WeChatMiniProgramDiagnostics.RequestDurationInstrumentName}").And.Contains("checkSessionKey"));
        Assert.That(told, Has.None.Contains(WeChatMiniProgramDiagnostics.RequestErrorsInstrumentName));
    }

    [TestCase(200, "{}")]
    [TestCase(200, """{"foo":1}""")]
    [TestCase(403, """{"message":"forbidden by gateway"}""")]
    public async Task CheckSessionKeyAsync_AnswerWithoutAnErrcode_SaysNothingOfTheKey(int status, string body)
    {
        using var weChat = new WeChatByPath().On(CheckPath, (_, _) => Task.FromResult(
            new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) }));
        using var app = await TestApp.WithUserAsync(weChat);

        await Failure.OfAsync<WeChatUnavailableException>(app.Users.CheckSessionKeyAsync(Answers.OpenId));
    }

    [Test]
    public async Task CheckSessionKeyAsync_NoStoredKey_IsFalseAndAsksNothing()
    {
        using var weChat = new WeChatByPath();
        using var app = TestApp.Over(weChat);

        Assert.That(await app.Users.CheckSessionKeyAsync(Answers.OpenId), Is.False);
        Assert.That(weChat.To(CheckPath), Is.Empty);
        Assert.That(weChat.To(WeChatByPath.TokenPath), Is.Empty);
    }

    [TestCase(-1)]
    [TestCase(40097)]
    [TestCase(45011)]
    [TestCase(48001)]
    [TestCase(87008)]
    public async Task CheckSessionKeyAsync_AnotherErrcode_IsAnExceptionAndCounted(int errcode)
    {
        var appId = $"wx-other-{errcode}";
        using var witness = new Witness();
        using var weChat = new WeChatByPath().On(CheckPath, Answers.Error(errcode));
        using var app = TestApp.Over(weChat, options => options.AppId = appId);
        await app.SessionKeys.AddAsync(new(appId, Answers.OpenId), new(Answers.SessionKey));

        var exception = await Failure.OfAsync<WeChatApiException>(app.Users.CheckSessionKeyAsync(Answers.OpenId));

        Assert.That((int)exception.ErrorCode, Is.EqualTo(errcode));
        Assert.That(witness.Told, Has.Some.Contains(WeChatMiniProgramDiagnostics.RequestErrorsInstrumentName).And.Contains(appId));
    }

    [Test]
    public async Task CheckSessionKeyAsync_StoreIsDown_IsAStoreException()
    {
        using var app = new TestApp(services: services => services.AddSingleton<ISessionKeyStore>(
            new FaultyStore(_ => Task.FromException(new IOException("down")))));

        await Failure.OfAsync<SessionKeyStoreException>(app.Users.CheckSessionKeyAsync(Answers.OpenId));
        await Failure.OfAsync<SessionKeyStoreException>(app.Users.ResetSessionKeyAsync(Answers.OpenId));
        await Failure.OfAsync<SessionKeyStoreException>(app.Users.GetEncryptKeysAsync(Answers.OpenId));
    }
}
