using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

internal sealed class UserEndpointTests : GuideFixture
{
    [Test]
    public async Task MapPhone_CodeOfTheButton_IsThePhoneNumber()
    {
        await using var host = await SignedInAsync();

        Assert.That(await host.TextOfPostCodeAsync("/me/phone", WeChat.PhoneCode(OpenId)), Is.EqualTo($"\"{PhoneNumber}\""));
    }

    [Test]
    public async Task MapPhone_LoginCode_IsABadRequest()
    {
        await using var host = await SignedInAsync();
        using var response = await host.PostCodeAsync("/me/phone", WeChat.Login(OpenId));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task MapPhone_CodeOfAnotherUser_IsABadRequest()
    {
        await using var host = await SignedInAsync();
        WeChat.Login("oSomebodyElse");
        using var response = await host.PostCodeAsync("/me/phone", WeChat.PhoneCode("oSomebodyElse"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task MapPhone_WithoutALogin_IsUnauthorized()
    {
        await using var host = await SignedInAsync();
        host.Http.DefaultRequestHeaders.Authorization = null;
        using var response = await host.PostCodeAsync("/me/phone", WeChat.PhoneCode(OpenId));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task MapEncryptedPhone_DataOfTheButton_IsThePhoneNumber()
    {
        await using var host = await SignedInAsync();
        using var body = BodyOf(WeChat.Phone(OpenId));

        Assert.That(await host.TextOfPostAsync("/me/phone/encrypted", body), Is.EqualTo($"\"{PhoneNumber}\""));
    }

    [Test]
    public async Task MapEncryptedPhone_ForgedDataOrNoKey_AreRefused()
    {
        await using var host = await SignedInAsync();
        using var forged = BodyOf(WeChat.Encrypt(OpenId, "{}"));
        using var bad = await host.PostAsync("/me/phone/encrypted", forged);
        await host.App.Services.GetRequiredService<IMiniProgramLogin>().LogoutAsync(OpenId);
        using var genuine = BodyOf(WeChat.Phone(OpenId));
        using var late = await host.PostAsync("/me/phone/encrypted", genuine);

        Assert.That(bad.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(late.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task MapSteps_DataOfTheSteps_IsTheirSum()
    {
        await using var host = await SignedInAsync();
        var watermark = Plaintext.Watermark($"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}", $"\"{WeChat.AppId}\"");
        var steps = """[{"timestamp":1445866601,"step":100},{"timestamp":1445876601,"step":120}]""";
        using var body = BodyOf(WeChat.Encrypt(OpenId, $$"""{"stepInfoList":{{steps}},"watermark":{{watermark}}}"""));

        Assert.That(await host.TextOfPostAsync("/me/steps", body), Is.EqualTo("220"));
    }

    [Test]
    public async Task MapProfile_SignedProfile_IsTheNickName()
    {
        await using var host = await SignedInAsync();
        using var body = BodyOf(WeChat.Profile(OpenId), rawData => rawData);

        Assert.That(await host.TextOfPostAsync("/me/profile", body), Is.EqualTo("\"微信小明\""));
    }

    [Test]
    public async Task MapProfile_RawDataChanged_IsABadRequest()
    {
        await using var host = await SignedInAsync();
        using var body = BodyOf(WeChat.Profile(OpenId), rawData => rawData.Replace("小明", "小红", StringComparison.Ordinal));
        using var response = await host.PostAsync("/me/profile", body);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    private static JsonContent BodyOf(SandboxUserData data, Func<string, string> change) =>
        JsonContent.Create(new SignedProfile(data.EncryptedData, data.Iv, change(data.RawData!), data.Signature!));

    private static JsonContent BodyOf(SandboxUserData data) => JsonContent.Create(new EncryptedUserData(data.EncryptedData, data.Iv));

    private async Task<GuideHost> SignedInAsync()
    {
        var host = await GuideHost.StartAsync(LoginEndpoint.Build(
        [
            "--urls=http://127.0.0.1:0",
            "--Logging:LogLevel:Default=None",
            .. SettingsIn("WeChatMiniProgram").Select(setting => $"--{setting.Key}={setting.Value}"),
        ]));
        await host.SignInAsync("/login", WeChat.Login(OpenId));
        return host;
    }
}
