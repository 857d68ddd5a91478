namespace WeChat.MiniProgram.Auth.Tests;

internal sealed class OwnUserDataTests : GuideFixture
{
    private TestApp app = null!;

    [SetUp]
    public async Task LogInAsync()
    {
        app = TestApp.At(Server);
        await app.Login.LoginAsync(WeChat.Login(OpenId));
    }

    [TearDown]
    public void DisposeApp() => app.Dispose();

    [Test]
    public async Task ReadAsync_DataOfTheChat_IsTheHostsType()
    {
        var watermark = Plaintext.Watermark(appId: $"\"{WeChat.AppId}\"");
        var data = WeChat.Encrypt(OpenId, $$"""{"opengid":"G1","chat_type":3,"watermark":{{watermark}}}""");

        var chat = await OwnUserData.ReadAsync(app.Login, OpenId, new(data.EncryptedData, data.Iv), default);

        Assert.That((chat.OpenGId, chat.ChatType), Is.EqualTo(("G1", 3)));
    }

    [Test]
    public async Task ReadAsync_DataOfAnotherKind_IsRefused()
    {
        var phone = WeChat.Phone(OpenId);

        await Failure.OfAsync<UserDataException>(OwnUserData.ReadAsync(app.Login, OpenId, new(phone.EncryptedData, phone.Iv), default));
    }

    [Test]
    public void DecryptAsync_TypeWithoutMetadata_IsNotSupported() => Assert.That(
        () => app.Login.DecryptAsync<GroupChat>(OpenId, new("", "")), Throws.TypeOf<NotSupportedException>());
}
