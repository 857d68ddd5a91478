using Microsoft.Extensions.DependencyInjection;
using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>What goes wrong on a wire, on a real one. The time that an attempt may take is the test's own: a busy machine has as long as it needs.</summary>
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

    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(3);

    private int answersBegun;
    private SandboxServer server = null!;

    private static IEnumerable<string> NamesBefore => BeforeTheCodeIsSpent.Keys;

    private static IEnumerable<string> NamesAfter => AfterTheCodeIsSpent.Keys;

    [SetUp]
    public async Task StartAsync()
    {
        answersBegun = 0;
        server = await SandboxServer.StartAsync();
    }

    [TearDown]
    public async Task StopAsync() => await server.DisposeAsync();

    [Test]
    public async Task ExchangeAsync_FaultBeforeTheCodeIsSpent_IsGotOver([ValueSource(nameof(NamesBefore))] string fault)
    {
        using var app = App();
        server.Sandbox.Fail(BeforeTheCodeIsSpent[fault]);

        var call = app.Sessions.ExchangeAsync(server.Sandbox.Login(OpenId));
        if (fault == "hung before headers")
            await TimeOutAsync(app, attempt: 1);

        Assert.That((await call).OpenId, Is.EqualTo(OpenId));
        Assert.That(server.Sandbox.RequestCount, Is.EqualTo(2));
    }

    [Test]
    public async Task ExchangeAsync_FaultAfterTheCodeIsSpent_SaysSo([ValueSource(nameof(NamesAfter))] string fault)
    {
        using var app = App();
        server.Sandbox.Fail(AfterTheCodeIsSpent[fault]);

        var call = app.Sessions.ExchangeAsync(server.Sandbox.Login(OpenId));
        if (fault is "hung after headers" or "slow drip")
        {
            // Then the code is spent.
            await Eventually.IsTrueAsync(() => Volatile.Read(ref answersBegun) == 1);
            await TimeOutAsync(app, attempt: 1);
        }

        var exception = await Failure.OfAsync<WeChatApiException>(call);

        Assert.That(exception.Kind, Is.EqualTo(WeChatErrorKind.CodeRejected));
        Assert.That(exception.Message, Does.Contain("An earlier attempt of this same call"));
        Assert.That(server.Sandbox.RequestCount, Is.EqualTo(2));
    }

    [Test]
    public async Task ExchangeAsync_HungForGood_IsTriedOnceMoreOnly()
    {
        using var app = App();
        server.Sandbox.FailAlways(SandboxFault.Hang);

        var call = app.Sessions.ExchangeAsync(server.Sandbox.Login(OpenId));
        await TimeOutAsync(app, attempt: 1);
        await TimeOutAsync(app, attempt: 2);
        await Failure.OfAsync<WeChatUnavailableException>(call);

        Assert.That(server.Sandbox.RequestCount, Is.EqualTo(2));
    }

    [Test]
    public async Task ExchangeAsync_HungForGood_EndsWithTheTotalTimeout()
    {
        using var app = App(options => options.TotalTimeout = AttemptTimeout + TimeSpan.FromSeconds(1));
        server.Sandbox.FailAlways(SandboxFault.Hang);

        var call = app.Sessions.ExchangeAsync(server.Sandbox.Login(OpenId));
        await TimeOutAsync(app, attempt: 1);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        var exception = await Failure.OfAsync<WeChatUnavailableException>(call);

        Assert.That(exception.Message, Does.Contain("no answer within 00:00:04"));
    }

    [Test]
    public async Task ExchangeAsync_GigabyteBody_StopsAtTheLimit()
    {
        using var app = App();
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
        using var app = App();
        server.Sandbox.Fail(SandboxFault.Gzip);

        var session = await app.Sessions.ExchangeAsync(server.Sandbox.Login(OpenId));

        Assert.That(session.OpenId, Is.EqualTo(OpenId));
    }

    [Test]
    public async Task ExchangeAsync_Redirect_IsNotFollowedWithTheSecret()
    {
        using var app = App(options => options.MaxRetryAttempts = 0);
        server.Sandbox.FailAlways(SandboxFault.Redirect);

        await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(server.Sandbox.Login(OpenId)));

        Assert.That(server.Sandbox.RequestCount, Is.EqualTo(1));
    }

    private TestApp App(Action<WeChatMiniProgramOptions>? configure = null) => TestApp.At(
        server,
        options =>
        {
            options.AttemptTimeout = AttemptTimeout;
            configure?.Invoke(options);
        },
        builder => builder.HttpClient.AddHttpMessageHandler(() => new AnswerWatch(() => Interlocked.Increment(ref answersBegun))));

    private async Task TimeOutAsync(TestApp app, int attempt)
    {
        await Eventually.IsTrueAsync(() => server.Sandbox.RequestCount == attempt);
        app.Time.Advance(AttemptTimeout);
    }

    private sealed class AnswerWatch(Action onHeaders) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            onHeaders();
            return response;
        }
    }
}
