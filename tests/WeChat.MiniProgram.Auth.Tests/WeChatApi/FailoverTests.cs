using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>Hosts that cannot be reached, for real: WeChat has a second one for that, api2.weixin.qq.com.</summary>
public sealed class FailoverTests
{
    private const string OpenId = "o1";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private SandboxServer fallback = null!;

    [SetUp]
    public async Task StartAsync() => fallback = await SandboxServer.StartAsync();

    [TearDown]
    public async Task StopAsync() => await fallback.DisposeAsync();

    [Test]
    public async Task ExchangeAsync_RefusedConnection_GoesToTheFallback()
    {
        using var port = new ClosedPort();
        await AssertFallbackAnswersAsync(port.Address);
    }

    [Test]
    public async Task ExchangeAsync_UnknownName_GoesToTheFallback() => await AssertFallbackAnswersAsync(new("http://nowhere.invalid/"));

    [Test]
    public async Task ExchangeAsync_CertificateOfAnotherName_GoesToTheFallback()
    {
        using var certificate = SelfSigned.Certificate("someone-else.test");
        await using var main = new TcpServer(async (client, _) =>
        {
            await using var tls = new SslStream(client.GetStream());
            await tls.AuthenticateAsServerAsync(certificate);
        });

        await AssertFallbackAnswersAsync(new($"https://{main.Address}/"));
    }

    [Test]
    public async Task ExchangeAsync_ConnectionThatIsNeverAccepted_GoesToTheFallbackWhereTheHandlerCanTell()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(backlog: 0);
        using var occupant = new TcpClient();
        await occupant.ConnectAsync((IPEndPoint)listener.LocalEndPoint!);
        var main = new Uri($"http://{listener.LocalEndPoint}/");

        if (!LibraryUnderTest.IsNetStandard)
        {
            // The handler gives up after half of an attempt's time, by the machine's own clock.
            await AssertFallbackAnswersAsync(main, attemptTimeout: TimeSpan.FromSeconds(1));
            return;
        }

        // To HttpClientHandler it is an attempt that timed out, which WeChat may have seen: it stays with the host, as the docs say.
        using var app = AppAt(main, Patience);
        var call = app.Sessions.ExchangeAsync(fallback.Sandbox.Login(OpenId));
        await Eventually.IsOverAsync(call, app.Time, Patience);
        await Failure.OfAsync<WeChatUnavailableException>(call);
        Assert.That(fallback.Sandbox.RequestCount, Is.Zero);
    }

    [Test]
    public async Task ExchangeAsync_ManyAtAHostThatTakesAConnectionAndSaysNothing_AllGoToTheFallbackWhereTheHandlerCanTell()
    {
        await using var main = new TcpServer((_, cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken));
        using var app = TestApp.At(fallback, options =>
        {
            (options.BaseAddress, options.FallbackAddress) = (new($"https://{main.Address}/"), fallback.Address);
            (options.AttemptTimeout, options.TotalTimeout, options.MaxRetryAttempts) = (TimeSpan.FromSeconds(2), Patience, 1);
        });

        var logins = Task.WhenAll(Enumerable.Range(0, 25).Select(user => IsLoggedInAsync(app, fallback.Sandbox.Login($"o{user}"))));

        // The handler gives up after half of an attempt's time, by the machine's own clock: one login after the other would take long.
        await Task.WhenAny(logins, Task.Delay(LibraryUnderTest.IsNetStandard ? TimeSpan.Zero : TimeSpan.FromSeconds(12)));
        var inTime = logins.IsCompleted;
        await Eventually.IsOverAsync(logins, app.Time, Patience);
        Assert.That((inTime, await logins), Is.EqualTo((!LibraryUnderTest.IsNetStandard, Enumerable.Repeat(!LibraryUnderTest.IsNetStandard, 25))));
    }

    [Test]
    public async Task ExchangeAsync_OneHostRefusing_LosesNoLogin()
    {
        using var port = new ClosedPort();
        using var app = AppAt(port.Address, Patience);

        var logins = Enumerable.Range(0, 200).Select(user => app.Sessions.ExchangeAsync(fallback.Sandbox.Login($"o{user}")));

        Assert.That(await Task.WhenAll(logins), Has.Length.EqualTo(200));
    }

    [Test]
    public async Task ExchangeAsync_MainHostAnswering503_LosesNoMoreThanItTakesToOpenTheCircuit()
    {
        await using var main = await SandboxServer.StartAsync();
        main.Sandbox.FailAlways(SandboxFault.Status(503));
        using var app = AppAt(main.Address, Patience);

        var lost = 0;
        for (var user = 0; user < 100; user++)
        {
            lost += await IsLoggedInAsync(app, fallback.Sandbox.Login($"o{user}")) ? 0 : 1;
        }

        // 20 failures open the circuit; each lost login makes 3 of them.
        Assert.That(lost, Is.InRange(1, 7));
        Assert.That(main.Sandbox.RequestCount, Is.EqualTo(20));
    }

    [TestCase(40029)]
    [TestCase(45011)]
    [TestCase(40164)]
    public async Task ExchangeAsync_Errcode_IsNotTakenToASecondHost(int errcode)
    {
        await using var main = await SandboxServer.StartAsync();
        main.Sandbox.FailAlways(SandboxFault.ErrCode(errcode, "no"));
        using var app = AppAt(main.Address, Patience);

        for (var i = 0; i < 40; i++)
        {
            await Failure.OfAsync<WeChatApiException>(app.Sessions.ExchangeAsync("code"));
        }

        Assert.That(fallback.Sandbox.RequestCount, Is.Zero);
    }

    private static async Task<bool> IsLoggedInAsync(TestApp app, string code)
    {
        try
        {
            await app.Sessions.ExchangeAsync(code);
            return true;
        }
        catch (WeChatUnavailableException)
        {
            return false;
        }
    }

    private async Task AssertFallbackAnswersAsync(Uri main, TimeSpan? attemptTimeout = null)
    {
        using var app = AppAt(main, attemptTimeout ?? Patience);

        var session = await app.Sessions.ExchangeAsync(fallback.Sandbox.Login(OpenId));

        Assert.That(session.OpenId, Is.EqualTo(OpenId));
        Assert.That(fallback.Sandbox.RequestCount, Is.EqualTo(1));
    }

    private TestApp AppAt(Uri main, TimeSpan attemptTimeout) => TestApp.At(fallback, options =>
    {
        (options.BaseAddress, options.FallbackAddress) = (main, fallback.Address);
        (options.AttemptTimeout, options.TotalTimeout) = (attemptTimeout, Patience);
    });
}
