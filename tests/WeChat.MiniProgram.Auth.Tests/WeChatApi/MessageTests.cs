using System.Net;
using System.Net.Sockets;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>What an operator reads at night: what broke, and what to do about it.</summary>
public sealed class MessageTests
{
    private const string Host = "WeChat gave no usable answer to code2Session in 1 attempt(s), the last at api.weixin.qq.com: ";

    private static readonly Dictionary<string, Func<HttpResponseMessage>> Broken = new()
    {
        ["it answered HTTP 500"] = () => Answers.Status(500),
        ["it answered HTTP 503"] = () => Answers.Status(503),
        ["it answered HTTP 429"] = () => Answers.Status(429),
        ["it answered HTTP 412, as it does to a body without a Content-Length: does a proxy remove that?"] = () => Answers.Status(412),
        ["its answer is empty"] = () => Answers.Text(""),
        ["its answer is not JSON"] = () => Answers.Text("<html>"),
        ["it answered HTTP 403, and its answer is not JSON"] = () => Answers.Status(403),
        ["it answered HTTP 404, and its answer lacks what a success must have"] = () => new(HttpStatusCode.NotFound) { Content = new StringContent("{}") },
        ["it answered HTTP 302, and its answer is empty"] = () => new(HttpStatusCode.Redirect),
        ["its answer is the JSON null"] = () => Answers.Text("null"),
        ["its answer is JSON of another shape"] = () => Answers.Text("[]"),
        ["its answer lacks what a success must have"] = () => Answers.Text("{}"),
        ["its answer is longer than 1048576 bytes"] = () => Answers.Bytes(new byte[1_048_577]),
        ["the connection broke"] = () => throw new IOException("reset"),
        ["it could not be connected to"] = () => throw new HttpRequestException("no", new SocketException((int)SocketError.ConnectionRefused)),
        ["it could not be connected to in time"] = () => throw new TaskCanceledException("no", new TimeoutException("no")),
    };

    private static IEnumerable<string> Reasons => Broken.Keys;

    [Test]
    public async Task Unavailable_EachCause_IsToldInAFewWords([ValueSource(nameof(Reasons))] string reason)
    {
        using var handler = ScriptedHandler.Of(Broken[reason]);
        using var app = TestApp.Over(handler, options => options.MaxRetryAttempts = 0);

        var exception = await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(Answers.Code));

        Assert.That(exception.Message, Is.EqualTo($"{Host}{reason}."));
    }

    [Test]
    public async Task Unavailable_OpenCircuit_SaysThatTheHostIsLeftAlone()
    {
        using var handler = ScriptedHandler.Of(() => Answers.Status(503));
        using var app = TestApp.Over(handler, options => (options.MaxRetryAttempts, options.FallbackAddress) = (0, null));
        for (var i = 0; i < 20; i++)
        {
            await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(Answers.Code));
        }

        var exception = await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(Answers.Code));

        Assert.That(exception.Message, Does.EndWith("it has failed too often of late and is left alone for some seconds."));
    }

    [TestCase(40029, "The mini program must call wx.login again and send the new code.")]
    [TestCase(45011, "Wait at least a minute before the next call.")]
    [TestCase(40226, "WeChat's risk control refuses this user: refuse the login.")]
    [TestCase(40125, "Check the app's AppId, AppSecret, IP whitelist and notices at mp.weixin.qq.com.")]
    [TestCase(89002, "The app's owner must bind it to an Open Platform account at open.weixin.qq.com.")]
    [TestCase(61003, "The app's owner must authorise the third-party platform.")]
    [TestCase(-1, "WeChat is busy: try again later.")]
    [TestCase(12345, "Look the number up in WeChat's list of return codes.")]
    public void Refusal_EachKind_SaysWhatToDo(int errcode, string advice)
    {
        var exception = new WeChatApiException((WeChatErrorCode)errcode, "what WeChat says");

        Assert.That(exception.Message, Is.EqualTo(
            $"WeChat answered with errcode {errcode} ({exception.Kind}): what WeChat says. {advice}"));
    }

    [Test]
    public void Code_TooLong_SaysHowLongItMayBe()
    {
        using var app = new TestApp();

        Assert.That(
            () => app.Sessions.ExchangeAsync(new string('c', 513)),
            Throws.ArgumentException.With.Message.StartsWith("A code has 1 to 512 characters and is not blank."));
    }

    [Test]
    public async Task Unavailable_CauseThatShowsASecret_NamesItsTypeAndSaysThatItIsWithheld()
    {
        using var handler = ScriptedHandler.OfFailure(static request => new InvalidOperationException($"at {request.RequestUri}"));
        using var app = TestApp.Over(handler, options => options.MaxRetryAttempts = 0);

        var exception = await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(Answers.Code));

        Assert.That(exception.InnerException!.Message, Is.EqualTo("InvalidOperationException; its message is withheld because it shows a secret."));
    }

    [TestCase("http://user:password@proxy:8080/", true)]
    [TestCase("http://password@proxy/", true)]
    [TestCase("http://proxy:8080/, mail@example.com", false)]
    public async Task Unavailable_CauseThatShowsAProxysPassword_IsWithheld(string address, bool withheld)
    {
        using var handler = ScriptedHandler.OfFailure(_ => new HttpRequestException($"The tunnel by '{address}' failed."));
        using var app = TestApp.Over(handler, options => options.MaxRetryAttempts = 0);

        var exception = await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(Answers.Code));

        Assert.That(exception.InnerException!.Message.Contains("withheld", StringComparison.Ordinal), Is.EqualTo(withheld));
    }
}
