namespace WeChat.MiniProgram.Auth.Tests;

internal sealed class UserCallTests : GuideFixture
{
    private TestApp app = null!;

    private IMiniProgramUserClient Users => app.Get<IMiniProgramUserClient>();

    [SetUp]
    public async Task LogInAsync()
    {
        app = TestApp.At(Server);
        await app.Login.LoginAsync(WeChat.Login(OpenId, "uReader"));
    }

    [TearDown]
    public void DisposeApp() => app.Dispose();

    [Test]
    public async Task EndStolenSessionAsync_LivingKey_IsReplaced()
    {
        var old = WeChat.SessionKey(OpenId);

        await UserCalls.EndStolenSessionAsync(Users, OpenId, default);

        Assert.That(WeChat.SessionKey(OpenId), Is.Not.EqualTo(old));
    }

    [Test]
    public async Task UnionIdOfAsync_PaidOrder_IsTheUnionId()
    {
        WeChat.Pay(OpenId, "4200001");

        Assert.That(await UserCalls.UnionIdOfAsync(Users, OpenId, "4200001", default), Is.EqualTo("uReader"));
    }

    [Test]
    public async Task ReadAsync_DataOfTheMiniProgram_IsDecrypted()
    {
        var key = (await Users.GetEncryptKeysAsync(OpenId))[0];

        Assert.That(await UserCalls.ReadAsync(Users, OpenId, key.Version, key.Encrypt("hello"u8), default), Is.EqualTo("hello"));
        await Failure.OfAsync<UserDataException>(UserCalls.ReadAsync(Users, OpenId, key.Version + 1, key.Encrypt("hello"u8), default));
    }

    [Test]
    public async Task IsGenuineAsync_DataOfWeChat_IsToldFromOther()
    {
        var phone = WeChat.Phone(OpenId);

        Assert.That(await UserCalls.IsGenuineAsync(Users, new(phone.EncryptedData, phone.Iv), default), Is.True);
        await Failure.OfAsync<UserDataException>(UserCalls.IsGenuineAsync(Users, new("AAAA", phone.Iv), default));
    }
}
