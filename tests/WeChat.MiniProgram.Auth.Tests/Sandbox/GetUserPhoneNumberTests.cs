using System.Text.Json;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class GetUserPhoneNumberTests : SandboxFixture
{
    private const string Path = "/wxa/business/getuserphonenumber";

    [Test]
    public async Task GetUserPhoneNumber_Success_HasTheNumberAndTheTimeOfTheTap()
    {
        var code = WeChat.PhoneCode(OpenId);
        Time.Advance(TimeSpan.FromSeconds(10));
        var phone = (await CallAsync(code)).GetProperty("phone_info");

        Assert.That((phone.Text("phoneNumber"), phone.Text("purePhoneNumber")), Is.EqualTo(("13580006666", "13580006666")));
        Assert.That(phone.GetProperty("watermark").Number("timestamp"), Is.EqualTo(1_700_000_000));
        Assert.That(phone.GetProperty("watermark").Text("appid"), Is.EqualTo(WeChat.AppId));
    }

    [Test]
    public async Task GetUserPhoneNumber_ForeignNumber_HasItsCountryCode()
    {
        WeChat.SetPhoneNumber(OpenId, "51234567", "852");
        var phone = (await CallAsync(WeChat.PhoneCode(OpenId))).GetProperty("phone_info");

        Assert.That((phone.Text("phoneNumber"), phone.Text("purePhoneNumber")), Is.EqualTo(("85251234567", "51234567")));
        Assert.That(phone.Text("countryCode"), Is.EqualTo("852"));
    }

    [Test]
    public async Task GetUserPhoneNumber_CountryCode_IsANumberEverySecondTime()
    {
        var kinds = new List<JsonValueKind>();
        for (var i = 0; i < 4; i++)
            kinds.Add((await CallAsync(WeChat.PhoneCode(OpenId))).GetProperty("phone_info").GetProperty("countryCode").ValueKind);

        Assert.That(kinds, Is.EqualTo(new[] { JsonValueKind.String, JsonValueKind.Number, JsonValueKind.String, JsonValueKind.Number }));
    }

    [Test]
    public async Task GetUserPhoneNumber_UsedCode_IsRefused()
    {
        var code = WeChat.PhoneCode(OpenId);
        await CallAsync(code);

        Assert.That((await CallAsync(code)).ErrCode(), Is.EqualTo(40029));
    }

    [Test]
    public async Task GetUserPhoneNumber_CodeOfFiveMinutesAgo_IsRefused()
    {
        var code = WeChat.PhoneCode(OpenId);
        Time.Advance(TimeSpan.FromMinutes(5));

        Assert.That((await CallAsync(code)).ErrCode(), Is.EqualTo(40029));
    }

    [Test]
    public async Task GetUserPhoneNumber_LoginCode_IsRefused() =>
        Assert.That((await CallAsync(WeChat.Login(OpenId))).ErrCode(), Is.EqualTo(40029));

    [Test]
    public async Task GetUserPhoneNumber_NoCode_IsRefused() =>
        Assert.That((await PostAsync(WithToken(Path), "{}")).ErrCode(), Is.EqualTo(40029));

    [Test]
    public async Task GetUserPhoneNumber_CodeOfAnotherApp_IsRefused()
    {
        WeChat.AddApp("wxother", "secret");
        WeChat.Login(OpenId, appId: "wxother");

        Assert.That((await CallAsync(WeChat.PhoneCode(OpenId, "wxother"))).ErrCode(), Is.EqualTo(40013));
    }

    [Test]
    public async Task GetUserPhoneNumber_OpenIdOfAnotherUser_IsRefusedAndLeavesTheCode()
    {
        var code = WeChat.PhoneCode(OpenId);

        Assert.That((await CallAsync(code, "o2")).ErrCode(), Is.EqualTo(40029));
        Assert.That((await CallAsync(code, OpenId)).ErrCode(), Is.Zero);
    }

    [Test]
    public async Task JsCode2Session_PhoneCode_IsRefused()
    {
        var url = $"/sns/jscode2session?appid={WeChat.AppId}&secret={WeChat.AppSecret}&grant_type=authorization_code"
            + $"&js_code={WeChat.PhoneCode(OpenId)}";

        Assert.That((await GetAsync(url)).ErrCode(), Is.EqualTo(40029));
    }

    private Task<JsonElement> CallAsync(string code, string? openId = null) => PostAsync(
        WithToken(Path), openId is null ? $$"""{"code":"{{code}}"}""" : $$"""{"code":"{{code}}","openid":"{{openId}}"}""");
}
