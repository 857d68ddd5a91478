namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>
/// The answer's shapes. WeChat writes vaild: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-info/basic-info/checkEncryptedData.html.
/// </summary>
public sealed class EncryptedDataOriginTests
{
    [TestCase("""{"errcode":0,"errmsg":"ok","vaild":true,"create_time":1629121902}""", true, 1629121902)]
    [TestCase("""{"errcode":0,"errmsg":"ok","valid":true,"create_time":1629121902}""", true, 1629121902)]
    [TestCase("""{"vaild":false,"create_time":0}""", false, null)]
    [TestCase("""{"valid":false}""", false, null)]
    [TestCase("""{"vaild":true}""", true, null)]
    [TestCase("""{"vaild":null,"valid":true,"create_time":1629121902}""", true, 1629121902)]
    [TestCase("""{"errcode":1,"errmsg":"data not exit"}""", false, null)]
    public async Task CheckEncryptedDataAsync_Answer_IsReadInEitherSpelling(string body, bool isFromWeChat, int? createdAt)
    {
        using var weChat = new WeChatByPath().On("/wxa/business/checkencryptedmsg", body);
        using var app = TestApp.Over(weChat);

        var origin = await app.Users.CheckEncryptedDataAsync(UserApi.UserData);

        Assert.That(origin, Is.EqualTo(new EncryptedDataOrigin(
            isFromWeChat, createdAt is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null)));
    }
}
