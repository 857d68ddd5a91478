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

    [TestCase(1_048_576, true)]
    [TestCase(1_048_577, false)]
    public async Task CheckEncryptedDataAsync_TextLongerThanAnyOfWeChats_IsNotItsAndNotAskedAbout(int length, bool isAskedAbout)
    {
        using var weChat = new WeChatByPath().On("/wxa/business/checkencryptedmsg", """{"vaild":true}""");
        using var app = TestApp.Over(weChat);

        var origin = await app.Users.CheckEncryptedDataAsync(new string('A', length));

        Assert.That(origin.IsFromWeChat, Is.EqualTo(isAskedAbout));
        Assert.That(weChat.To("/wxa/business/checkencryptedmsg"), Has.Count.EqualTo(isAskedAbout ? 1 : 0));
    }
}
