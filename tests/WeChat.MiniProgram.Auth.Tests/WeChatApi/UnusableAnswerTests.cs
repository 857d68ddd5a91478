using System.Text;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class UnusableAnswerTests
{
    private const string Junk = "session_key=HyVFkGl5F5OQWJZZaNzBBg==";
    private const int Limit = 1024 * 1024;

    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("\"text\"")]
    [TestCase("123")]
    [TestCase("""{"errcode":0,"errmsg":"ok"}""")]
    [TestCase("""{"openid":"o"}""")]
    [TestCase("""{"session_key":"k"}""")]
    [TestCase("""{"openid":"","session_key":"k"}""")]
    [TestCase("""{"openid":"o","session_key":""}""")]
    [TestCase("""{"openid":null,"session_key":"k"}""")]
    [TestCase("""{"errcode":0,"openid":"o","session_key":null}""")]
    [TestCase("""{"openid":1,"session_key":"k"}""")]
    [TestCase("""{"errcode":"none","openid":"o","session_key":"k"}""")]
    [TestCase("""{"errcode":99999999999,"errmsg":"x"}""")]
    [TestCase("""{"openid":"o","session_key":{}}""")]
    public async Task ExchangeAsync_JsonThatIsNoAnswer_IsUnavailableAfterOneRequest(string body)
    {
        var (exception, requests) = await ExchangeAsync(() => Answers.Text(body));

        Assert.That(requests, Is.EqualTo(1));
        Assert.That(exception.InnerException, Is.Not.Null);
        Assert.That(exception.Message, Does.Contain("code2Session").And.Contain("api.weixin.qq.com"));
    }

    [TestCase("")]
    [TestCase("   ")]
    [TestCase($"<html><body>{Junk}</body></html>")]
    [TestCase($$"""{"openid":"{{Answers.OpenId}}","{{Junk}}""")]
    [TestCase($$"""{"openid":"{{Answers.OpenId}}","session_key":"{{Junk}}"}]""")]
    [TestCase($"{Junk}")]
    public async Task ExchangeAsync_NoJson_IsRetriedThenUnavailableWithoutTheBody(string body)
    {
        var (exception, requests) = await ExchangeAsync(() => Answers.Text(body, "text/html; charset=gbk"));

        Assert.That(requests, Is.EqualTo(3));
        Assert.That(exception.InnerException, Is.Not.Null);
        Assert.That(exception.ToString(), Does.Not.Contain("HyVFkGl5F5OQWJZZaNzBBg").And.Not.Contain("session_key")
            .And.Not.Contain(Answers.OpenId).And.Not.Contain("html"));
    }

    [Test]
    public async Task ExchangeAsync_InvalidUtf8_IsUnavailable()
    {
        var (exception, _) = await ExchangeAsync(() => Answers.Bytes([.. Encoding.UTF8.GetBytes("""{"session_key":"k","openid":"""), 0x22, 0xFF, 0xFE, 0x22, 0x7D]));

        Assert.That(exception.InnerException, Is.Not.Null);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task ExchangeAsync_BodyOverOneMebibyte_IsUnavailableAfterOneRequest(bool withLength)
    {
        var (exception, requests) = await ExchangeAsync(() => Padded(Limit + 1, withLength));

        Assert.That(requests, Is.EqualTo(1));
        Assert.That(exception.Message, Does.Contain("longer than 1048576 bytes"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task ExchangeAsync_BodyOfOneMebibyte_IsRead(bool withLength)
    {
        using var handler = ScriptedHandler.Of(() => Padded(Limit, withLength));
        using var app = TestApp.Over(handler);

        var session = await app.Sessions.ExchangeAsync(Answers.Code);

        Assert.That(session.OpenId, Is.EqualTo(Answers.OpenId));
    }

    private static HttpResponseMessage Padded(int length, bool withLength)
    {
        var body = Encoding.UTF8.GetBytes(Answers.Session.PadRight(length));
        var response = Answers.Bytes(body);
        if (!withLength)
        {
            response.Content = new StreamContent(new UnseekableStream(new MemoryStream(body)));
        }

        return response;
    }

    private static async Task<(WeChatUnavailableException Exception, int Requests)> ExchangeAsync(Func<HttpResponseMessage> answer)
    {
        using var handler = ScriptedHandler.Of(answer);
        using var app = TestApp.Over(handler);
        return (await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(Answers.Code)), handler.Count);
    }
}
