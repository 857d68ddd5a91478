namespace WeChat.MiniProgram.Auth.Tests;

public sealed class JsCodeArgumentTests
{
    [TestCase("")]
    [TestCase(" ")]
    [TestCase("\t\r\n")]
    [TestCase("\u3000")]
    public async Task ExchangeAsync_BlankCode_ThrowsAndSendsNothing(string code)
    {
        using var handler = ScriptedHandler.OfBodies(Answers.Session);
        using var app = TestApp.Over(handler);

        var exception = await Failure.OfAsync<ArgumentException>(app.Sessions.ExchangeAsync(code));

        Assert.That(exception.ParamName, Is.EqualTo("jsCode"));
        Assert.That(handler.Count, Is.Zero);
    }

    [Test]
    public async Task ExchangeAsync_NullCode_ThrowsAndSendsNothing()
    {
        using var handler = ScriptedHandler.OfBodies(Answers.Session);
        using var app = TestApp.Over(handler);

        var exception = await Failure.OfAsync<ArgumentNullException>(app.Sessions.ExchangeAsync(null!));

        Assert.That(exception.ParamName, Is.EqualTo("jsCode"));
        Assert.That(handler.Count, Is.Zero);
    }

    [Test]
    public async Task ExchangeAsync_CodeOf513Characters_ThrowsWithoutRepeatingIt()
    {
        using var handler = ScriptedHandler.OfBodies(Answers.Session);
        using var app = TestApp.Over(handler);
        var code = new string('c', 513);

        var exception = await Failure.OfAsync<ArgumentException>(app.Sessions.ExchangeAsync(code));

        Assert.That(exception.ToString(), Does.Not.Contain("cccc"));
        Assert.That(handler.Count, Is.Zero);
    }

    [TestCase(1)]
    [TestCase(512)]
    public async Task ExchangeAsync_CodeWithinTheLimit_IsSent(int length)
    {
        using var handler = ScriptedHandler.OfBodies(Answers.Session);
        using var app = TestApp.Over(handler);

        await app.Sessions.ExchangeAsync(new('c', length));

        Assert.That(handler.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task LoginAsync_NullOrBlankCode_ThrowsAndSendsNothing()
    {
        using var handler = ScriptedHandler.OfBodies(Answers.Session);
        using var app = TestApp.Over(handler);

        await Failure.OfAsync<ArgumentNullException>(app.Login.LoginAsync(null!));
        await Failure.OfAsync<ArgumentException>(app.Login.LoginAsync(" "));

        Assert.That(handler.Count, Is.Zero);
    }
}
