using System.Text.Json;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class GetPluginOpenPIdTests : SandboxFixture
{
    private const string Host = "wxhost";

    [SetUp]
    public void AddHost()
    {
        WeChat.AddApp(Host, "secret");
        WeChat.Login(OpenId, appId: Host);
    }

    [Test]
    public async Task GetPluginOpenPId_Success_IsTheSameForUserHostAndPlugin()
    {
        var first = (await CallAsync(WeChat.PluginLogin(OpenId, WeChat.AppId, Host))).Text("openpid");
        var again = (await CallAsync(WeChat.PluginLogin(OpenId, WeChat.AppId, Host))).Text("openpid");
        var inAnotherHost = (await CallAsync(WeChat.PluginLogin(OpenId))).Text("openpid");

        Assert.That(first, Has.Length.EqualTo(28).And.EqualTo(again).And.EqualTo(WeChat.OpenPId(OpenId, WeChat.AppId, Host)));
        Assert.That(inAnotherHost, Is.Not.EqualTo(first));
    }

    [Test]
    public async Task GetPluginOpenPId_UsedCode_IsRefusedWithoutAMessage()
    {
        var code = WeChat.PluginLogin(OpenId);
        await CallAsync(code);
        var answer = await CallAsync(code);

        Assert.That(answer.ErrCode(), Is.EqualTo(1007));
        Assert.That(answer.Text("errmsg"), Does.StartWith(" rid: "));
    }

    [Test]
    public async Task GetPluginOpenPId_CodeOfFiveMinutesAgo_IsRefused()
    {
        var code = WeChat.PluginLogin(OpenId);
        Time.Advance(TimeSpan.FromMinutes(5));

        Assert.That((await CallAsync(code)).ErrCode(), Is.EqualTo(1007));
    }

    [Test]
    public async Task GetPluginOpenPId_LoginCode_IsRefused() =>
        Assert.That((await CallAsync(WeChat.Login(OpenId))).ErrCode(), Is.EqualTo(1007));

    [Test]
    public async Task GetPluginOpenPId_CodeOfAnotherPlugin_IsRefused() =>
        Assert.That((await CallAsync(WeChat.PluginLogin(OpenId, Host))).ErrCode(), Is.EqualTo(1005));

    [Test]
    public async Task GetPluginOpenPId_NoCode_IsRefused() =>
        Assert.That((await PostAsync(WithToken("/wxa/getpluginopenpid"), "{}")).ErrCode(), Is.EqualTo(1001));

    private Task<JsonElement> CallAsync(string code) => PostAsync(WithToken("/wxa/getpluginopenpid"), $$"""{"code":"{{code}}"}""");
}
