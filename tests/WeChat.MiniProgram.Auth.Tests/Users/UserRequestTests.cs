using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using static WeChat.MiniProgram.Auth.Tests.Testing.WeChatByPath;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>What goes over the wire, as the pages of https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/ have it.</summary>
public sealed class UserRequestTests
{
    [TestCase("getPhoneNumber", "POST", "access_token")]
    [TestCase("checkSessionKey", "GET", "access_token,openid,signature,sig_method")]
    [TestCase("ResetUserSessionKey", "GET", "access_token,openid,signature,sig_method")]
    [TestCase("checkEncryptedData", "POST", "access_token")]
    [TestCase("getPluginOpenPId", "POST", "access_token")]
    [TestCase("getPaidUnionid", "GET", "access_token,openid,transaction_id")]
    [TestCase("getUserEncryptKey", "GET", "access_token,openid,signature,sig_method")]
    public async Task Request_OfEachApi_HasItsMethodQueryAndLength(string api, string method, string query)
    {
        var request = await RequestOfAsync(UserApi.Of(api));

        Assert.That(request.Method.Method, Is.EqualTo(method));
        Assert.That(request.Uri.Query.TrimStart('?').Split('&').Select(part => part.Split('=')[0]), Is.EquivalentTo(query.Split(',')));
        Assert.That(request.Query("access_token"), Is.EqualTo(TokenText(1)));
        Assert.That(request.ContentLength, Is.EqualTo(method == "GET" ? null : (long?)Encoding.UTF8.GetByteCount(request.Body)));
        Assert.That(request.ContentType, Is.EqualTo(method == "GET" ? null : "application/json"));
        Assert.That(request.Body, Does.Not.Contain("access_token"));
    }

    [TestCase(null, """{"code":"e31968a7f94cc5ee25fafc2aef2773f0bb8c3937b22520eb8ee345274d00c144"}""")]
    [TestCase("o-1", """{"code":"e31968a7f94cc5ee25fafc2aef2773f0bb8c3937b22520eb8ee345274d00c144","openid":"o-1"}""")]
    public async Task GetPhoneNumberAsync_Body_HasTheCodeAndTheUserWhereGiven(string? openId, string body)
    {
        using var weChat = new WeChatByPath();
        using var app = TestApp.Over(weChat);

        await app.Users.GetPhoneNumberAsync(Answers.PhoneCode, openId);

        Assert.That(weChat.To(PhonePath).Single().Body, Is.EqualTo(body));
    }

    [Test]
    public async Task GetPluginOpenPIdAsync_Body_HasTheCode() => Assert.That(
        (await RequestOfAsync(UserApi.Of("getPluginOpenPId"))).Body, Is.EqualTo($$"""{"code":"{{UserApi.PluginCode}}"}"""));

    [Test]
    public async Task CheckEncryptedDataAsync_Body_HasTheSha256OfTheTextAsWeChatMadeIt()
    {
        const string Official = "7842122eb129390ef7ca47b91ae8d142553fc5849eaad857552491f090118a51";
        using var weChat = new WeChatByPath().On("/wxa/business/checkencryptedmsg", UserApi.Of("checkEncryptedData").Success);
        using var app = TestApp.Over(weChat);

        await app.Users.CheckEncryptedDataAsync(Vectors.Official.EncryptedData);
        await app.Users.CheckEncryptedDataAsync(Vectors.Official.EncryptedData.Replace('+', ' '));
        await app.Users.CheckEncryptedDataAsync($" {Vectors.Official.EncryptedData.Replace('+', ' ')}\r\n");

        Assert.That(Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(Vectors.Official.EncryptedData))), Is.EqualTo(Official).IgnoreCase);
        var requests = weChat.To("/wxa/business/checkencryptedmsg");
        Assert.That(requests, Has.Count.EqualTo(3));
        foreach (var request in requests)
        {
            using var body = JsonDocument.Parse(request.Body);
            Assert.That(body.RootElement.Text("encrypted_msg_hash"), Is.EqualTo(Official));
        }
    }

    [Test]
    public async Task GetPaidUnionIdAsync_MerchantsOrder_IsNamedByBothItsNumbers()
    {
        using var weChat = new WeChatByPath().On("/wxa/getpaidunionid", UserApi.Of("getPaidUnionid").Success);
        using var app = TestApp.Over(weChat);

        await app.Users.GetPaidUnionIdAsync(Answers.OpenId, PaidOrder.ByMerchant("1900000109", "order & more"));

        var request = weChat.To("/wxa/getpaidunionid").Single();
        Assert.That((request.Query("mch_id"), request.Query("out_trade_no")), Is.EqualTo(("1900000109", "order & more")));
        Assert.That(request.Query("transaction_id"), Is.Null);
    }

    private static async Task<SentRequest> RequestOfAsync(UserApi api)
    {
        using var weChat = new WeChatByPath().On(api.Path, api.Success);
        using var app = await TestApp.WithUserAsync(weChat);
        await api.CallAsync(app.Users, CancellationToken.None);
        return weChat.To(api.Path).Single();
    }
}
