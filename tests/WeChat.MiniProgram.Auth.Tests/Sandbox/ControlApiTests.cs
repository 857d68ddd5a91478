using System.Net;
using System.Text.Json;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The same control from outside the process.</summary>
public sealed class ControlApiTests : SandboxFixture
{
    private const string StableToken = "/cgi-bin/stable_token";

    [Test]
    public async Task PhoneCode_OfANumberThatWasSet_IsExchanged()
    {
        await ControlAsync("phone-number", """{"openId":"o1","phoneNumber":"51234567","countryCode":"852"}""");
        var code = (await ControlAsync("phone-code", """{"openId":"o1"}""")).Text("code");
        var answer = await PostAsync(WithToken("/wxa/business/getuserphonenumber"), $$"""{"code":"{{code}}"}""");

        Assert.That(answer.GetProperty("phone_info").Text("purePhoneNumber"), Is.EqualTo("51234567"));
    }

    [Test]
    public async Task PluginLogin_Code_IsExchanged()
    {
        var code = (await ControlAsync("plugin-login", """{"openId":"o1"}""")).Text("code");
        var answer = await PostAsync(WithToken("/wxa/getpluginopenpid"), $$"""{"code":"{{code}}"}""");

        Assert.That(answer.Text("openpid"), Is.EqualTo(WeChat.OpenPId(OpenId)));
    }

    [Test]
    public async Task Pay_Order_IsKnown()
    {
        await ControlAsync("pay", """{"openId":"o1","transactionId":"t1"}""");

        Assert.That((await GetAsync(WithToken("/wxa/getpaidunionid") + "&openid=o1&transaction_id=t1")).ErrCode(), Is.Zero);
    }

    [Test]
    public async Task Token_ExpireAndRefuse_AreObeyed()
    {
        var token = (await ControlAsync("token", "{}")).Text("accessToken");
        await ControlAsync("token/refuse", """{"errCode":40014}""");
        Assert.That((await GetAsync($"/wxa/checksession?access_token={token}")).ErrCode(), Is.EqualTo(40014));

        await ControlAsync("token/expire", "{}");
        Assert.That((await GetAsync($"/wxa/checksession?access_token={token}")).ErrCode(), Is.EqualTo(42001));
    }

    [Test]
    public async Task TokenExpiresIn_Text_IsSent()
    {
        await ControlAsync("token/expires-in", """{"expiresIn":"1500"}""");

        Assert.That((await PostAsync(StableToken, StableTokenBody.Of(WeChat))).Text("expires_in"), Is.EqualTo("1500"));
    }

    [Test]
    public async Task Component_AuthorizedApp_IsLoggedIn()
    {
        await ControlAsync("component/authorize", """{"componentAppId":"wxp"}""");
        var token = (await ControlAsync("component/token", """{"componentAppId":"wxp"}""")).Text("accessToken");
        var answer = await GetAsync(
            $"/sns/component/jscode2session?appid={WeChat.AppId}&js_code={WeChat.Login(OpenId)}&grant_type=authorization_code"
            + $"&component_appid=wxp&component_access_token={token}");

        Assert.That(answer.Text("openid"), Is.EqualTo(OpenId));
    }

    [Test]
    public async Task EncryptKey_Rotated_IsTheNext()
    {
        await ControlAsync("encrypt-key", """{"openId":"o1"}""");
        await ControlAsync("encrypt-key/rotate", """{"openId":"o1"}""");

        Assert.That((await ControlAsync("encrypt-key", """{"openId":"o1"}""")).Number("version"), Is.EqualTo(2));
    }

    [Test]
    public async Task Faults_WithAPath_MeetThatApi()
    {
        await ControlAsync("faults", """{"kind":"busy","path":"/cgi-bin/stable_token"}""");

        Assert.That((await PostAsync(StableToken, "")).ErrCode(), Is.EqualTo(-1));
    }

    [TestCase("faults", """{"kind":"busy","path":"/unknown"}""", HttpStatusCode.NotFound)]
    [TestCase("phone-code", """{"openId":"unknown"}""", HttpStatusCode.NotFound)]
    [TestCase("component/authorizer-token", """{"componentAppId":"wxp"}""", HttpStatusCode.NotFound)]
    [TestCase("token/refuse", """{"errCode":40029}""", HttpStatusCode.BadRequest)]
    [TestCase("phone-number", """{"openId":"o1","phoneNumber":"1","countryCode":"+86"}""", HttpStatusCode.BadRequest)]
    public async Task Control_WrongBody_IsRefused(string route, string body, HttpStatusCode status)
    {
        using var response = await Http.PostAsync(new Uri($"/sandbox/{route}", UriKind.Relative), new StringContent(body));

        Assert.That(response.StatusCode, Is.EqualTo(status));
    }

    private async Task<JsonElement> ControlAsync(string route, string body)
    {
        using var response = await Http.PostAsync(new Uri($"/sandbox/{route}", UriKind.Relative), new StringContent(body));
        response.EnsureSuccessStatusCode();
        var text = await response.Content.ReadAsStringAsync();
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
