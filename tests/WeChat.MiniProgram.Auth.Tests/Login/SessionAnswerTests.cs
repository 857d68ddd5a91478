using System.Text;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>
/// What counts as a success. Field captures: success has no errcode, arrives as text/plain, may escape slashes, and was once seen with
/// expires_in; the errcode of https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html's sample is 0.
/// </summary>
public sealed class SessionAnswerTests
{
    [TestCase(Answers.Session)]
    [TestCase($$"""{"errcode":0,"errmsg":"ok","session_key":"{{Answers.SessionKey}}","openid":"{{Answers.OpenId}}","unionid":"{{Answers.UnionId}}"}""")]
    [TestCase($$"""{"errcode":"0","session_key":"{{Answers.SessionKey}}","openid":"{{Answers.OpenId}}","unionid":"{{Answers.UnionId}}"}""")]
    [TestCase($$"""{"errcode":null,"session_key":"{{Answers.SessionKey}}","openid":"{{Answers.OpenId}}","unionid":"{{Answers.UnionId}}"}""")]
    [TestCase($$"""{"session_key":"{{Answers.SessionKey}}","expires_in":7200,"openid":"{{Answers.OpenId}}","unionid":"{{Answers.UnionId}}","new":[{"a":1}]}""")]
    [TestCase($$"""  {  "openid" : "{{Answers.OpenId}}" , "session_key" : "{{Answers.SessionKey}}" , "unionid" : "{{Answers.UnionId}}" }  """)]
    public async Task ExchangeAsync_SuccessInAnyShape_GivesTheSession(string body)
    {
        var session = await ExchangeAsync(() => Answers.Text(body));

        Assert.That(session.OpenId, Is.EqualTo(Answers.OpenId));
        Assert.That(session.UnionId, Is.EqualTo(Answers.UnionId));
        Assert.That(session.SessionKey.Reveal(), Is.EqualTo(Answers.SessionKey));
    }

    [TestCase("\"errmsg\":{},\"unionid\":7")]
    [TestCase("\"errmsg\":5,\"unionid\":[{\"a\":1}]")]
    [TestCase("\"errmsg\":null,\"unionid\":false")]
    public async Task ExchangeAsync_FieldsThatItCanDoWithoutInOddShapes_ArePassedOver(string odd)
    {
        var session = await ExchangeAsync(() => Answers.Text($$"""{"openid":"o",{{odd}},"session_key":"k"}"""));

        Assert.That((session.OpenId, session.UnionId, session.SessionKey), Is.EqualTo(("o", (string?)null, new SessionKey("k"))));
    }

    [TestCase("text/plain")]
    [TestCase(null)]
    [TestCase("application/json")]
    [TestCase("application/json; charset=utf-8")]
    [TestCase("application/json; encoding=utf-8")]
    [TestCase("text/html; charset=gbk")]
    [TestCase("text/plain; charset=nonsense")]
    public async Task ExchangeAsync_AnyContentType_IsReadAsUtf8(string? contentType)
    {
        var session = await ExchangeAsync(() => Answers.Text("""{"session_key":"k","openid":"用户"}""", contentType));

        Assert.That(session.OpenId, Is.EqualTo("用户"));
    }

    [Test]
    public async Task ExchangeAsync_ByteOrderMark_IsSkipped()
    {
        var session = await ExchangeAsync(() => Answers.Bytes([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Answers.Session)]));

        Assert.That(session.OpenId, Is.EqualTo(Answers.OpenId));
    }

    [Test]
    public async Task ExchangeAsync_EscapedSlashInTheKey_IsUnescaped()
    {
        var session = await ExchangeAsync(() => Answers.Text("""{"session_key":"HyVFkGl5F5OQWJZZaN\/\u007aBBg==","openid":"o"}"""));

        Assert.That(session.SessionKey.Reveal(), Is.EqualTo("HyVFkGl5F5OQWJZZaN/zBBg=="));
    }

    [TestCase("""{"session_key":"k","openid":"o"}""")]
    [TestCase("""{"session_key":"k","openid":"o","unionid":null}""")]
    [TestCase("""{"session_key":"k","openid":"o","unionid":""}""")]
    public async Task ExchangeAsync_NoUnionId_GivesNull(string body)
    {
        var session = await ExchangeAsync(() => Answers.Text(body));

        Assert.That(session.UnionId, Is.Null);
    }

    [Test]
    public async Task ExchangeAsync_AnswerWithoutContentLength_IsReadToItsEnd()
    {
        var filler = new string('f', 3000);
        var session = await ExchangeAsync(() =>
        {
            var response = Answers.Text($$"""{"filler":"{{filler}}","session_key":"k","openid":"o"}""");
            response.Content = new StreamContent(new UnseekableStream(response.Content.ReadAsStream()));
            return response;
        });

        Assert.That(session.OpenId, Is.EqualTo("o"));
    }

    private static async Task<JsCodeSession> ExchangeAsync(Func<HttpResponseMessage> answer)
    {
        using var handler = ScriptedHandler.Of(answer);
        using var app = TestApp.Over(handler);
        var session = await app.Sessions.ExchangeAsync(Answers.Code);
        Assert.That(handler.Count, Is.EqualTo(1), "requests");
        return session;
    }
}
