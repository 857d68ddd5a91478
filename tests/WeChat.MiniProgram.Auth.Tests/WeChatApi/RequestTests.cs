using System.Net;
using RichardSzalay.MockHttp;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The request, by https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html.</summary>
public sealed class RequestTests
{
    [Test]
    public async Task ExchangeAsync_Always_IsOneGetWithTheFourDocumentedValues()
    {
        using var network = new MockHttpMessageHandler();
        network.Expect(HttpMethod.Get, "https://api.weixin.qq.com/sns/jscode2session")
            .WithExactQueryString(new Dictionary<string, string>
            {
                ["appid"] = TestApp.AppId,
                ["secret"] = TestApp.AppSecret,
                ["js_code"] = Answers.Code,
                ["grant_type"] = "authorization_code",
            })
            .With(request => request.Content is null)
            .Respond("text/plain", Answers.Session);
        using var app = TestApp.Over(network);

        var session = await app.Sessions.ExchangeAsync(Answers.Code);

        Assert.That(session.OpenId, Is.EqualTo(Answers.OpenId));
        network.VerifyNoOutstandingExpectation();
    }

    [TestCase("x&appid=wxother&secret=other")]
    [TestCase("a=b")]
    [TestCase("a+b c")]
    [TestCase("a#fragment")]
    [TestCase("100%41")]
    [TestCase("\"quoted\" 'too'")]
    [TestCase("微信小程序")]
    [TestCase("a\r\nHost: other")]
    [TestCase("../../sns/userinfo?x")]
    [TestCase("𝒜~!*()")]
    public async Task ExchangeAsync_CodeThatNeedsEscaping_StaysOneValue(string code)
    {
        using var handler = ScriptedHandler.OfBodies(Answers.Session);
        using var app = TestApp.Over(handler);

        await app.Sessions.ExchangeAsync(code);

        var address = handler.Requests.Single();
        var values = address.Query[1..].Split('&').Select(pair => pair.Split('=')).ToList();
        Assert.That(address.Fragment, Is.Empty);
        Assert.That(address.AbsolutePath, Is.EqualTo("/sns/jscode2session"));
        Assert.That(string.Join(" ", values.Select(pair => pair[0])), Is.EqualTo("appid secret js_code grant_type"));
        Assert.That(values.Select(pair => pair.Length), Is.All.EqualTo(2));
        Assert.That(Uri.UnescapeDataString(values[2][1]), Is.EqualTo(code));
        Assert.That(WebUtility.UrlDecode(values[2][1]), Is.EqualTo(code));
    }

    [TestCase("https://gateway.test", "https://gateway.test/sns/jscode2session")]
    [TestCase("https://gateway.test/", "https://gateway.test/sns/jscode2session")]
    [TestCase("https://gateway.test/wechat", "https://gateway.test/wechat/sns/jscode2session")]
    [TestCase("https://gateway.test/wechat/", "https://gateway.test/wechat/sns/jscode2session")]
    [TestCase("http://127.0.0.1:8080/a/b", "http://127.0.0.1:8080/a/b/sns/jscode2session")]
    public async Task ExchangeAsync_BaseAddressOfAGateway_KeepsItsPath(string baseAddress, string expected)
    {
        using var handler = ScriptedHandler.OfBodies(Answers.Session);
        using var app = TestApp.Over(handler, options => options.BaseAddress = new(baseAddress));

        await app.Sessions.ExchangeAsync(Answers.Code);

        Assert.That(handler.Requests.Single().GetLeftPart(UriPartial.Path), Is.EqualTo(expected));
    }

    [Test]
    public async Task ExchangeAsync_SecretThatNeedsEscaping_StaysOneValue()
    {
        using var handler = ScriptedHandler.OfBodies(Answers.Session);
        using var app = TestApp.Over(handler, options => options.AppSecret = "s&js_code=x+%");

        await app.Sessions.ExchangeAsync(Answers.Code);

        Assert.That(handler.Requests.Single().Query, Does.Contain("&secret=s%26js_code%3Dx%2B%25&"));
    }
}
