using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>What goes wrong on a wire, on a real one.</summary>
public sealed class LoopbackFaultTests
{
    private const string OpenId = "o1";

    private static readonly Dictionary<string, SandboxFault> BeforeTheCodeIsSpent = new()
    {
        ["-1"] = SandboxFault.Busy,
        ["502"] = SandboxFault.Status(502),
        ["429"] = SandboxFault.Status(429),
        ["empty"] = SandboxFault.Empty,
        ["HTML"] = SandboxFault.Html,
        ["reset"] = SandboxFault.ResetBefore,
        ["hung before headers"] = SandboxFault.Hang,
    };

    private static readonly Dictionary<string, SandboxFault> AfterTheCodeIsSpent = new()
    {
        ["reset"] = SandboxFault.ResetAfter,
        ["reset mid body"] = SandboxFault.ResetMidBody,
        ["hung after headers"] = SandboxFault.HangAfterHeaders,
        ["slow drip"] = SandboxFault.SlowDrip,
        ["truncated"] = SandboxFault.TruncatedJson,
    };

    // Long enough for a cold start on a busy machine, short enough to wait for.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private SandboxServer server = null!;

    private static IEnumerable<string> NamesBefore => BeforeTheCodeIsSpent.Keys;

    private static IEnumerable<string> NamesAfter => AfterTheCodeIsSpent.Keys;

    [SetUp]
    public async Task StartAsync() => server = await SandboxServer.StartAsync();

    [TearDown]
    public async Task StopAsync() => await server.DisposeAsync();

    [Test]
    public async Task ExchangeAsync_FaultBeforeTheCodeIsSpent_IsGotOver([ValueSource(nameof(NamesBefore))] string fault)
    {
        using var app = AppFor(fault);
        server.Sandbox.Fail(BeforeTheCodeIsSpent[fault]);

        var session = await app.Sessions.ExchangeAsync(server.Sandbox.Login(OpenId));

        Assert.That(session.OpenId, Is.EqualTo(OpenId));
        Assert.That(server.Sandbox.RequestCount, Is.EqualTo(2));
    }

    [Test]
    public async Task ExchangeAsync_FaultAfterTheCodeIsSpent_SaysSo([ValueSource(nameof(NamesAfter))] string fault)
    {
        using var app = AppFor(fault);
        server.Sandbox.Fail(AfterTheCodeIsSpent[fault]);

        var exception = await Failure.OfAsync<WeChatApiException>(app.Sessions.ExchangeAsync(server.Sandbox.Login(OpenId)));

        Assert.That(exception.Kind, Is.EqualTo(WeChatErrorKind.CodeRejected));
        Assert.That(exception.Message, Does.Contain("An earlier attempt of this same call"));
        Assert.That(server.Sandbox.RequestCount, Is.EqualTo(2));
    }

    [Test]
    public async Task ExchangeAsync_HungForGood_IsTriedOnceMoreOnly()
    {
        using var app = AppFor("hung for good");
        server.Sandbox.FailAlways(SandboxFault.Hang);

        await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(server.Sandbox.Login(OpenId)));

        Assert.That(server.Sandbox.RequestCount, Is.EqualTo(2));
    }

    [Test]
    public async Task ExchangeAsync_HungForGood_EndsWithTheTotalTimeout()
    {
        using var app = new LoopbackApp(server.Sandbox, server.Address, configure: options =>
            (options.AttemptTimeout, options.TotalTimeout) = (TimeSpan.FromMilliseconds(150), TimeSpan.FromMilliseconds(200)));
        server.Sandbox.FailAlways(SandboxFault.Hang);

        var exception = await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(server.Sandbox.Login(OpenId)));

        Assert.That(exception.Message, Does.Contain("00:00:00.2000000"));
    }

    [Test]
    public async Task ExchangeAsync_GigabyteBody_StopsAtTheLimit()
    {
        using var app = new LoopbackApp(server.Sandbox, server.Address, configure: options => options.AttemptTimeout = TimeSpan.FromSeconds(5));
        server.Sandbox.FailAlways(SandboxFault.Huge(1L << 30));
        var before = GC.GetTotalAllocatedBytes();

        var exception = await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(server.Sandbox.Login(OpenId)));

        Assert.That(exception.Message, Does.Contain("longer than 1048576 bytes"));
        Assert.That(server.Sandbox.RequestCount, Is.EqualTo(1));
        Assert.That(GC.GetTotalAllocatedBytes() - before, Is.LessThan(64 * 1024 * 1024));
    }

    [Test]
    public async Task ExchangeAsync_CompressedAnswer_IsRead()
    {
        using var app = new LoopbackApp(server.Sandbox, server.Address);
        server.Sandbox.Fail(SandboxFault.Gzip);

        var session = await app.Sessions.ExchangeAsync(server.Sandbox.Login(OpenId));

        Assert.That(session.OpenId, Is.EqualTo(OpenId));
    }

    [Test]
    public async Task ExchangeAsync_Redirect_IsNotFollowedWithTheSecret()
    {
        using var app = new LoopbackApp(server.Sandbox, server.Address, configure: options => options.MaxRetryAttempts = 0);
        server.Sandbox.FailAlways(SandboxFault.Redirect);

        await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(server.Sandbox.Login(OpenId)));

        Assert.That(server.Sandbox.RequestCount, Is.EqualTo(1));
    }

    private LoopbackApp AppFor(string fault) => new(server.Sandbox, server.Address, configure: options =>
    {
        if (fault.StartsWith("hung", StringComparison.Ordinal) || fault.StartsWith("slow", StringComparison.Ordinal))
            options.AttemptTimeout = Patience;
    });
}
