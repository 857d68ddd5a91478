using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>A connection that ends in good order without an answer. The runtime would send the code again by itself, up to three times.</summary>
public sealed class ClosedConnectionTests
{
    [Test]
    public async Task ExchangeAsync_ConnectionsThatCloseWithoutAnAnswer_SendTheCodeTwice([Values] bool afterALogin)
    {
        string?[] answers = afterALogin ? [Answers.Session, null] : [null];
        await using var server = new ClosingServer(answers);
        using var app = AppAt(server);
        if (afterALogin)
        {
            await app.Sessions.ExchangeAsync("first");
        }

        var exception = await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(Answers.Code));

        Assert.That(exception.Message, Does.Contain("in 2 attempt(s)").And.EndsWith("the connection broke."));
        Assert.That(server.Requests, Is.EqualTo(afterALogin ? 3 : 2));
    }

    [Test]
    public async Task ExchangeAsync_CodeThatAClosedConnectionSpent_SaysSo()
    {
        await using var server = new ClosingServer(null, Answers.Error(40163, "code been used"));
        using var app = AppAt(server);

        var exception = await Failure.OfAsync<WeChatApiException>(app.Sessions.ExchangeAsync(Answers.Code));

        Assert.That(exception.Message, Does.Contain("An earlier attempt of this same call"));
        Assert.That(server.Requests, Is.EqualTo(2));
    }

    [Test]
    public async Task ExchangeAsync_OneAfterTheOther_TakesTheSameConnection()
    {
        await using var server = new ClosingServer(Answers.Session);
        using var app = AppAt(server);

        for (var i = 0; i < 3; i++)
        {
            await app.Sessions.ExchangeAsync(Answers.Code);
        }

        Assert.That((server.Requests, server.Connections), Is.EqualTo((3, 1)));
    }

    private static LoopbackApp AppAt(ClosingServer server) => new(new Sandbox(new SandboxOptions()), server.Address);
}
