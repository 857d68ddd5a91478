using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>What WeChat answers to jscode2session, and what comes in its place on a bad day.</summary>
internal static class Answers
{
    public const string Code = "0b3N2xGa1TestCodeOfOneLogin0z9y8";
    public const string OpenId = "oGZUI0egBJY1zhBYw2KhdUfwVJJE";
    public const string UnionId = "ocMvos6NjeKLIBqg5Mr9QjxrP1FA";
    public const string SessionKey = Vectors.Official.SessionKey;
    public const string Session = $$"""{"session_key":"{{SessionKey}}","openid":"{{OpenId}}","unionid":"{{UnionId}}"}""";

    public static string Error(int code, string message = "some error") => $$"""{"errcode":{{code}},"errmsg":"{{message}}"}""";

    /// <summary>HTTP 200 as text/plain without a charset, as WeChat's are (a capture in a community post of 2024-08-22).</summary>
    public static HttpResponseMessage Text(string body, string? contentType = "text/plain") => Bytes(Encoding.UTF8.GetBytes(body), contentType);

    public static HttpResponseMessage Bytes(byte[] body, string? contentType = "text/plain")
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return new(HttpStatusCode.OK) { Content = content };
    }

    public static HttpResponseMessage Status(int status, TimeSpan? retryAfter = null)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent("<html>Error</html>") };
        response.Headers.RetryAfter = retryAfter is { } wait ? new RetryConditionHeaderValue(wait) : null;
        return response;
    }
}
