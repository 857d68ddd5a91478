namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>
/// The proof of a session_key: HMAC-SHA256 of the empty text, keyed by the key's text and not by its bytes, in lower-case hex. Source:
/// https://developers.weixin.qq.com/miniprogram/dev/framework/server-ability/backend-api.html; the first key is that page's own, whose
/// sample for another text comes out only with the key as text. The values were computed with openssl.
/// </summary>
public sealed class SignatureTests
{
    [TestCase("o0q0otL8aEzpcZL/FT9WsQ==", "46e043c5525c2d817c44be603d30837a808a1d930d038f6fdc3e62a201fed128")]
    [TestCase("tiihtNczf5v6AKRyjwEUhQ==", "7154f9f8b4b76b92f541cbf0e37d48840fa06e5e42da92a6f80168a1516a4735")]
    [TestCase("HyVFkGl5F5OQWJZZaNzBBg==", "252b75c92698025afe925b29cca5517fdf9ee67aae072cf3225ebf3a53783058")]
    [TestCase("MDEyMzQ1Njc4OWFiY2RlZg==", "65c26191fb220dd48254bddaae22d91dbbfeabf55089d8b176eb6e7cd3109414")]
    public async Task Signature_OfEachSignedApi_IsTheKnownOne(string sessionKey, string signature)
    {
        foreach (var api in UserApi.All.Where(api => api.Name is "checkSessionKey" or "ResetUserSessionKey" or "getUserEncryptKey"))
        {
            using var weChat = new WeChatByPath().On(api.Path, api.Success);
            using var app = TestApp.Over(weChat);
            await app.SessionKeys.AddAsync(new(TestApp.AppId, Answers.OpenId), new(sessionKey));

            await api.CallAsync(app.Users, CancellationToken.None);

            var request = weChat.To(api.Path).Single();
            Assert.That((request.Query("signature"), request.Query("sig_method")), Is.EqualTo((signature, "hmac_sha256")));
            Assert.That(request.Query("openid"), Is.EqualTo(Answers.OpenId));
        }
    }

    [Test]
    public async Task Signature_AfterASecondLogin_IsByTheNewestKey()
    {
        using var weChat = new WeChatByPath().On("/wxa/checksession", UserApi.Of("checkSessionKey").Success);
        using var app = await TestApp.WithUserAsync(weChat);
        await app.SessionKeys.AddAsync(new(TestApp.AppId, Answers.OpenId), new(UserApi.NewSessionKey));

        await app.Users.CheckSessionKeyAsync(Answers.OpenId);

        Assert.That(weChat.To("/wxa/checksession").Single().Query("signature"), Is.EqualTo(SessionSignature.Of(UserApi.NewSessionKey)));
    }
}
