using System.Net.Sockets;
using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>No secret and no user in any line of any category at any level, nor in an exception.</summary>
public sealed class SecretTests
{
    private static readonly string[] Secrets =
    [
        TestApp.AppSecret, Answers.Code, Answers.OpenId, Answers.UnionId, Answers.SessionKey, Uri.EscapeDataString(Answers.SessionKey), Answers.SessionKey[..16],
    ];

    private static readonly Dictionary<string, Func<HttpRequestMessage, HttpResponseMessage>> Networks = new()
    {
        ["success"] = _ => Answers.Text(Answers.Session),
        ["-1"] = _ => Answers.Text(Answers.Error(-1, $"busy {TestApp.AppSecret}")),
        ["40029"] = _ => Answers.Text(Answers.Error(40029, $"invalid code {Answers.Code}")),
        ["40125"] = _ => Answers.Text(Answers.Error(40125, $"invalid appsecret {TestApp.AppSecret}")),
        ["40163"] = _ => Answers.Text(Answers.Error(40163)),
        ["40226"] = _ => Answers.Text(Answers.Error(40226)),
        ["45011"] = _ => Answers.Text(Answers.Error(45011)),
        ["99999"] = _ => Answers.Text(Answers.Error(99999)),
        ["500"] = _ => Answers.Status(500),
        ["429"] = _ => Answers.Status(429, TimeSpan.FromHours(1)),
        ["truncated"] = _ => Answers.Text(Answers.Session[..^1]),
        ["twice"] = _ => Answers.Text(Answers.Session + Answers.Session),
        ["array"] = _ => Answers.Text($"""["{Answers.SessionKey}","{Answers.OpenId}"]"""),
        ["no key"] = _ => Answers.Text($$"""{"openid":"{{Answers.OpenId}}"}"""),
        ["errcode text"] = _ => Answers.Text($$"""{"errcode":"{{Answers.SessionKey}}","openid":"{{Answers.OpenId}}"}"""),
        ["refused"] = request => throw new HttpRequestException($"refused {request.RequestUri}", new SocketException((int)SocketError.ConnectionRefused)),
        ["odd"] = request => throw new InvalidOperationException($"odd {request.RequestUri}"),
        ["cancelled by itself"] = _ => throw new OperationCanceledException(),
    };

    private static IEnumerable<string> NamesOfNetworks => Networks.Keys;

    [Test]
    public async Task AnyOutcome_OfALogin_IsToldWithoutASecret([ValueSource(nameof(NamesOfNetworks))] string network)
    {
        using var log = new CapturedLog();
        using var handler = new ScriptedHandler((request, _) => Task.FromResult(Networks[network](request)));
        using var app = TestApp.Over(handler, log: log);

        var told = await OutcomeAsync(app.Login.LoginAsync(Answers.Code));

        Assert.That(log.Ours, Is.Not.Empty);
        AssertNoSecret(told, log, Secrets);
    }

    [Test]
    public async Task Cancellation_IsToldWithoutASecret()
    {
        using var source = new CancellationTokenSource();
        using var log = new CapturedLog();
        using var handler = new ScriptedHandler(async (_, token) =>
        {
            await source.CancelAsync();
            token.ThrowIfCancellationRequested();
            return Answers.Text(Answers.Session);
        });
        using var app = TestApp.Over(handler, log: log);

        var told = await OutcomeAsync(app.Login.LoginAsync(Answers.Code, source.Token));

        Assert.That(told, Does.Contain(nameof(OperationCanceledException)));
        AssertNoSecret(told, log, Secrets);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task RealHttp_IsToldWithoutASecret(bool broken)
    {
        using var log = new CapturedLog();
        await using var server = await SandboxServer.StartAsync();
        using var app = TestApp.At(server, log: log);
        var code = server.Sandbox.Login("o-real-user", "u-real-user");
        if (broken)
        {
            server.Sandbox.Fail(SandboxFault.ResetBefore, times: 5);
        }

        var told = await OutcomeAsync(app.Login.LoginAsync(code));

        Assert.That(log.Ours, Has.Count.EqualTo(1));
        AssertNoSecret(told, log, [server.Sandbox.AppSecret, code, "o-real-user", "u-real-user", server.Sandbox.SessionKey("o-real-user")]);
    }

    [Test]
    public async Task HttpClient_OfTheApp_HasNoLoggersOfItsOwn()
    {
        using var log = new CapturedLog();
        using var handler = ScriptedHandler.OfBodies(Answers.Session);
        using var app = TestApp.Over(handler, log: log);

        await app.Sessions.ExchangeAsync(Answers.Code);

        Assert.That(log.All.Select(entry => entry.Category), Has.None.StartsWith("System.Net.Http"));
    }

    private static async Task<string> OutcomeAsync(Task<MiniProgramUser> login)
    {
        try
        {
            return (await login).ToString();
        }
        catch (Exception exception) when (exception is WeChatApiException or WeChatUnavailableException or OperationCanceledException)
        {
            return exception.ToString();
        }
    }

    private static void AssertNoSecret(string told, CapturedLog log, string[] secrets)
    {
        var everything = string.Join(Environment.NewLine, log.All.Select(entry => entry.Everything).Prepend(told));
        Assert.That(secrets.Where(everything.Contains), Is.Empty, everything);
    }
}
