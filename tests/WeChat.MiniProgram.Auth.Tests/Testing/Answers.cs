using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>What WeChat answers, and what comes in its place on a bad day.</summary>
internal static class Answers
{
    public const string Code = "0b3N2xGa1TestCodeOfOneLogin0z9y8";
    public const string OpenId = "oGZUI0egBJY1zhBYw2KhdUfwVJJE";
    public const string UnionId = "ocMvos6NjeKLIBqg5Mr9QjxrP1FA";
    public const string SessionKey = Vectors.Official.SessionKey;
    public const string Session = $$"""{"session_key":"{{SessionKey}}","openid":"{{OpenId}}","unionid":"{{UnionId}}"}""";

    public const string PhoneCode = "e31968a7f94cc5ee25fafc2aef2773f0bb8c3937b22520eb8ee345274d00c144";

    public static string Token(string text, string expiresIn = "7200") => $$"""{"access_token":"{{text}}","expires_in":{{expiresIn}}}""";

    // countryCode is JSON, so that a test can put anything there.
    public static string Phone(string countryCode = "\"86\"") =>
        """{"errcode":0,"errmsg":"ok","phone_info":{"phoneNumber":"13580006666","purePhoneNumber":"13580006666","countryCode":"""
        + countryCode + ""","watermark":{"timestamp":1700000000,"appid":"wx0000000000000001"}}}""";

    public static string Error(int code, string message = "some error") =>
        $$"""{"errcode":{{code.ToString(CultureInfo.InvariantCulture)}},"errmsg":"{{message}}"}""";

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
