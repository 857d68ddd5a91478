namespace WeChat.MiniProgram.Auth.Tests;

internal sealed class MovedLoginTests : GuideFixture
{
    [Test]
    public async Task MoveKeyAsync_KeyOfHandWrittenCode_Decrypts()
    {
        using var app = TestApp.At(Server);
        WeChat.Login(OpenId);
        var phone = WeChat.Phone(OpenId);

        await MovedLogin.MoveKeyAsync(app.SessionKeys, WeChat.AppId, OpenId, WeChat.SessionKey(OpenId), default);

        var number = await app.Login.DecryptAsync<UserPhoneNumber>(OpenId, new(phone.EncryptedData, phone.Iv));
        Assert.That(number.PurePhoneNumber, Is.EqualTo(PhoneNumber));
    }

    [Test]
    public async Task LoginAsync_FreshCode_IsTheOpenId()
    {
        using var app = TestApp.At(Server);

        Assert.That(await MovedLogin.LoginAsync(app.Login, WeChat.Login(OpenId), default), Is.EqualTo(OpenId));
    }
}
