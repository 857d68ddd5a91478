using System.Net.Sockets;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Interface_field_description.html: api2 when api is unreachable.</summary>
public sealed class FallbackTests
{
    private const string Main = "api.weixin.qq.com";
    private const string Fallback = "api2.weixin.qq.com";

    [Test]
    public async Task ExchangeAsync_MainHostUnreachable_AsksTheFallbackAtOnce()
    {
        using var handler = new ScriptedHandler((request, _) => request.RequestUri!.Host == Main
            ? throw Refused()
            : Task.FromResult(Answers.Text(Answers.Session)));
        using var app = TestApp.Over(handler, options => options.RetryDelay = TimeSpan.FromSeconds(5));

        await app.Sessions.ExchangeAsync(Answers.Code);

        Assert.That(HostsOf(handler), Is.EqualTo($"{Main} {Fallback}"));
    }

    [Test]
    public async Task ExchangeAsync_BothHostsUnreachable_AlternatesThenIsUnavailable()
    {
        using var handler = ScriptedHandler.OfFailure(_ => Refused());
        using var app = TestApp.Over(handler);

        await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(Answers.Code));

        Assert.That(HostsOf(handler), Is.EqualTo($"{Main} {Fallback} {Main}"));
    }

    [Test]
    public async Task ExchangeAsync_NoFallback_StaysAtTheMainHost()
    {
        using var handler = ScriptedHandler.OfFailure(_ => Refused());
        using var app = TestApp.Over(handler, options => options.FallbackAddress = null);

        await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(Answers.Code));

        Assert.That(HostsOf(handler), Is.EqualTo($"{Main} {Main} {Main}"));
    }

    [Test]
    public async Task ExchangeAsync_GatewayUnreachable_NeverSendsTheSecretToAnotherHost()
    {
        using var handler = ScriptedHandler.OfFailure(_ => Refused());
        using var app = TestApp.Over(handler, options => options.BaseAddress = new("https://gateway.test/"));

        await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(Answers.Code));

        Assert.That(HostsOf(handler), Is.EqualTo("gateway.test gateway.test gateway.test"));
    }

    [Test]
    public async Task ExchangeAsync_MainHostAnswersAnError_StaysThere()
    {
        using var handler = ScriptedHandler.Of(() => Answers.Status(503));
        using var app = TestApp.Over(handler);

        await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(Answers.Code));

        Assert.That(HostsOf(handler), Is.EqualTo($"{Main} {Main} {Main}"));
    }

    [Test]
    public async Task ExchangeAsync_CodeUsedAfterAFailureToConnect_DoesNotSayThatTheCallSpentIt()
    {
        using var handler = new ScriptedHandler((request, _) => request.RequestUri!.Host == Main
            ? throw Refused()
            : Task.FromResult(Answers.Text(Answers.Error(40163, "code been used"))));
        using var app = TestApp.Over(handler);

        var exception = await Failure.OfAsync<WeChatApiException>(app.Sessions.ExchangeAsync(Answers.Code));

        Assert.That(exception.Message, Does.Not.Contain("earlier attempt"));
    }

    [Test]
    public async Task ExchangeAsync_OpenCircuit_FailsWithoutARequestAndRecovers()
    {
        var isDown = true;
        using var handler = new ScriptedHandler((_, _) => Task.FromResult(isDown ? Answers.Status(500) : Answers.Text(Answers.Session)));
        using var app = TestApp.Over(handler, options => (options.FallbackAddress, options.MaxRetryAttempts) = (null, 0));
        for (var i = 0; i < 20; i++)
        {
            await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(Answers.Code));
        }

        isDown = false;
        await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(Answers.Code));
        Assert.That(handler.Count, Is.EqualTo(20));

        app.Time.Advance(TimeSpan.FromSeconds(6));
        await app.Sessions.ExchangeAsync(Answers.Code);
        Assert.That(handler.Count, Is.EqualTo(21));
    }

    [Test]
    public async Task ExchangeAsync_NoAnswerOfTheFallbackThatAnOpenCircuitLedTo_IsTriedAgainThere()
    {
        var isMainDown = true;
        using var handler = new ScriptedHandler(async (request, cancellationToken) =>
        {
            if (request.RequestUri!.Host == Fallback)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return isMainDown ? Answers.Status(503) : Answers.Text(Answers.Session);
        });
        using var app = TestApp.Over(handler, options => options.MaxRetryAttempts = 3);
        for (var i = 0; i < 5; i++)
        {
            await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(Answers.Code));
        }

        isMainDown = false;
        app.Time.Advance(TimeSpan.FromSeconds(4.5));
        var call = app.Sessions.ExchangeAsync(Answers.Code);
        app.Time.Advance(TimeSpan.FromSeconds(3));
        await Eventually.IsTrueAsync(() => handler.Count == 22);
        app.Time.Advance(TimeSpan.FromSeconds(3));
        await Failure.OfAsync<WeChatUnavailableException>(call);

        Assert.That(handler.Count, Is.EqualTo(22));
        Assert.That(HostsOf(handler), Does.EndWith($"{Main} {Fallback} {Fallback}"));
    }

    private static HttpRequestException Refused() => new("refused", new SocketException((int)SocketError.ConnectionRefused));

    private static string HostsOf(ScriptedHandler handler) => string.Join(" ", handler.Requests.Select(address => address.Host));
}
