using System.Text.Json;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class ComponentJsCode2SessionTests : SandboxFixture
{
    private const string Platform = "wxplatform";

    [SetUp]
    public void Authorize() => WeChat.AuthorizeComponent(Platform);

    [Test]
    public async Task ComponentJsCode2Session_Success_IsASessionWithoutErrcode()
    {
        var answer = await CallAsync(WeChat.Login(OpenId));

        Assert.That((answer.Text("openid"), answer.Text("unionid")), Is.EqualTo((OpenId, "u1")));
        Assert.That(answer.Text("session_key"), Is.EqualTo(WeChat.SessionKey(OpenId)));
        Assert.That(answer.TryGetProperty("errcode", out _), Is.False);
    }

    [Test]
    public async Task ComponentJsCode2Session_UnknownCode_IsRefusedWithATextAsErrcode() =>
        Assert.That((await CallAsync("unknown")).Text("errcode"), Is.EqualTo("40029"));

    [Test]
    public async Task ComponentJsCode2Session_UsedCode_IsRefused()
    {
        var code = WeChat.Login(OpenId);
        await CallAsync(code);

        Assert.That((await CallAsync(code)).Text("errcode"), Is.EqualTo("40163"));
    }

    [Test]
    public async Task ComponentJsCode2Session_AppThatHasNotAuthorized_IsRefused()
    {
        WeChat.AddApp("wxother", "secret");

        Assert.That((await CallAsync(WeChat.Login(OpenId, appId: "wxother"), appId: "wxother")).Text("errcode"), Is.EqualTo("61003"));
    }

    [Test]
    public async Task ComponentJsCode2Session_UnknownApp_IsRefused() =>
        Assert.That((await CallAsync(WeChat.Login(OpenId), appId: "wxunknown")).Text("errcode"), Is.EqualTo("40013"));

    [Test]
    public async Task ComponentJsCode2Session_TokenOfAnotherPlatform_IsRefused() =>
        Assert.That((await CallAsync(WeChat.Login(OpenId), WeChat.ComponentAccessToken("wxanother"))).Text("errcode"), Is.EqualTo("40013"));

    [Test]
    public async Task ComponentJsCode2Session_TokenOfTheApp_IsRefused()
    {
        Assert.That((await CallAsync(WeChat.Login(OpenId), WeChat.AuthorizerAccessToken(Platform))).Text("errcode"), Is.EqualTo("48001"));
        Assert.That((await CallAsync(WeChat.Login(OpenId), WeChat.AccessToken())).Text("errcode"), Is.EqualTo("48001"));
    }

    [TestCase("", "41001")]
    [TestCase("unknown", "40001")]
    public async Task ComponentJsCode2Session_NoSuchToken_IsRefused(string token, string errcode) =>
        Assert.That((await CallAsync(WeChat.Login(OpenId), token)).Text("errcode"), Is.EqualTo(errcode));

    [Test]
    public async Task ExpireComponentAccessToken_OldToken_IsRefusedAndTheNextOneWorks()
    {
        var old = WeChat.ComponentAccessToken(Platform);
        WeChat.ExpireComponentAccessToken(Platform);

        Assert.That((await CallAsync(WeChat.Login(OpenId), old)).Text("errcode"), Is.EqualTo("42001"));
        Assert.That((await CallAsync(WeChat.Login(OpenId))).Text("openid"), Is.EqualTo(OpenId));
    }

    [Test]
    public async Task AuthorizerAccessToken_AtAnApiOfTheApp_IsLetIn()
    {
        var url = $"/wxa/checksession?access_token={WeChat.AuthorizerAccessToken(Platform)}&openid={OpenId}"
            + $"&signature={SessionSignature.Of(WeChat.SessionKey(OpenId))}&sig_method=hmac_sha256";

        Assert.That((await GetAsync(url)).ErrCode(), Is.Zero);
    }

    private Task<JsonElement> CallAsync(string code, string? token = null, string? appId = null) => GetAsync(
        $"/sns/component/jscode2session?appid={appId ?? WeChat.AppId}&js_code={code}&grant_type=authorization_code"
        + $"&component_appid={Platform}&component_access_token={token ?? WeChat.ComponentAccessToken(Platform)}");
}
