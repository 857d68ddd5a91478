using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The facade's user data, with the keys that the store has.</summary>
public sealed class MiniProgramLoginDataTests
{
    private const string OpenId = "oUser";
    private const string OtherOpenId = "oOther";

    private TestApp app = null!;
    private Sandbox sandbox = null!;

    private static SessionKeyOwner User => new(TestApp.AppId, OpenId);

    [SetUp]
    public async Task LogIn()
    {
        app = new();
        sandbox = new(new() { AppId = TestApp.AppId }, app.Time);
        sandbox.Login(OpenId);
        sandbox.Login(OtherOpenId);
        await StoreKeyAsync();
    }

    [TearDown]
    public void DisposeApp() => app.Dispose();

    [Test]
    public async Task DecryptAsync_NewestKey_GivesTheData() =>
        Assert.That((await DecryptAsync<UserPhoneNumber>(sandbox.Phone(OpenId))).PhoneNumber, Is.EqualTo("13580006666"));

    [Test]
    public async Task DecryptAsync_KeyReplacedOnce_StillGivesTheData()
    {
        var phone = sandbox.Phone(OpenId);
        await RotateKeyAsync();

        Assert.That((await DecryptAsync<UserPhoneNumber>(phone)).PhoneNumber, Is.EqualTo("13580006666"));
        Assert.That((await DecryptAsync<UserPhoneNumber>(sandbox.Phone(OpenId))).PhoneNumber, Is.EqualTo("13580006666"));
    }

    [Test]
    public async Task DecryptAsync_KeyReplacedTwice_IsRefused()
    {
        var phone = sandbox.Phone(OpenId);
        await RotateKeyAsync();
        await RotateKeyAsync();

        await RefusedAsync<UserPhoneNumber>(phone);
    }

    [Test]
    public async Task DecryptAsync_DataWithThisUsersOpenId_GivesTheData() =>
        Assert.That((await DecryptAsync<UserInfo>(sandbox.Profile(OpenId))).OpenId, Is.EqualTo(OpenId));

    [TestCase(OtherOpenId)]
    [TestCase("OUSER")]
    [TestCase("")]
    public Task DecryptAsync_DataWithAnotherOpenId_IsRefused(string openId) => RefusedAsync<UserInfo>(
        sandbox.Encrypt(OpenId, $$"""{"openId":"{{openId}}","nickName":"Band","watermark":{{Plaintext.Watermark()}}}"""));

    [Test]
    public Task DecryptAsync_OpenIdInATypeThatHasNone_IsComparedAllTheSame() => RefusedAsync<UserPhoneNumber>(
        sandbox.Encrypt(OpenId, Plaintext.Phone(more: $",\"openId\":\"{OtherOpenId}\"")));

    [Test]
    public Task DecryptAsync_AnotherUsersData_IsRefused() => RefusedAsync<UserPhoneNumber>(sandbox.Phone(OtherOpenId));

    [Test]
    public Task DecryptAsync_DataWithoutItsTexts_IsRefused() => RefusedAsync<UserPhoneNumber>(new(null!, null!));

    [Test]
    public async Task DecryptAsync_HostsOwnType_ComparesTheOpenIdToo()
    {
        var typeInfo = HostJsonContext.Default.HostMembership;
        var mine = sandbox.Encrypt(OpenId, $$"""{"openId":"{{OpenId}}","member_no":"M1","watermark":{{Plaintext.Watermark()}}}""");
        var others = sandbox.Encrypt(OpenId, $$"""{"openId":"{{OtherOpenId}}","member_no":"M1","watermark":{{Plaintext.Watermark()}}}""");

        Assert.That((await app.Login.DecryptAsync(OpenId, new(mine.EncryptedData, mine.Iv), typeInfo)).MemberNo, Is.EqualTo("M1"));
        Verdict.IsTheOneFailure((await Assert.ThrowsAsync<UserDataException>(
            () => app.Login.DecryptAsync(OpenId, new(others.EncryptedData, others.Iv), typeInfo)))!);
    }

    [Test]
    public void DecryptAsync_TypeWithoutTypeInfo_NamesTheOverloadThatTakesOne() => Assert.That(
        () => app.Login.DecryptAsync<HostMembership>(OpenId, new("", "")),
        Throws.TypeOf<NotSupportedException>().With.Message.Contains("JsonTypeInfo<HostMembership>"));

    [Test]
    public async Task VerifySignatureAsync_NewestKeyOrTheOneBefore_IsTrue()
    {
        var profile = sandbox.Profile(OpenId);
        Assert.That(await VerifyAsync(profile), Is.True);

        await RotateKeyAsync();
        Assert.That(await VerifyAsync(profile), Is.True);
        Assert.That(await VerifyAsync(sandbox.Profile(OpenId)), Is.True);

        await RotateKeyAsync();
        Assert.That(await VerifyAsync(profile), Is.False);
    }

    [Test]
    public async Task VerifySignatureAsync_AnotherUsersOrMalformed_IsFalse()
    {
        var profile = sandbox.Profile(OpenId);

        Assert.That(await VerifyAsync(sandbox.Profile(OtherOpenId)), Is.False);
        Assert.That(await VerifyAsync(profile with { RawData = profile.RawData + " " }), Is.False);
        Assert.That(await VerifyAsync(profile with { RawData = null }), Is.False);
        Assert.That(await VerifyAsync(profile with { Signature = null }), Is.False);
    }

    [Test]
    public async Task LogoutAsync_LoggedInUser_ForgetsBothKeys()
    {
        var profile = sandbox.Profile(OpenId);
        await RotateKeyAsync();

        await app.Login.LogoutAsync(OpenId);

        Assert.That(await app.SessionKeys.GetAsync(User), Is.Empty);
        Assert.That(() => DecryptAsync<UserInfo>(profile), Throws.TypeOf<SessionKeyNotFoundException>());
        Assert.That(() => VerifyAsync(profile), Throws.TypeOf<SessionKeyNotFoundException>());
    }

    private Task RotateKeyAsync()
    {
        sandbox.RotateSessionKey(OpenId);
        return StoreKeyAsync();
    }

    private async Task StoreKeyAsync() => await app.SessionKeys.AddAsync(User, new(sandbox.SessionKey(OpenId)));

    private Task<bool> VerifyAsync(SandboxUserData profile) =>
        app.Login.VerifySignatureAsync(OpenId, profile.RawData!, profile.Signature!);

    private Task<T> DecryptAsync<T>(SandboxUserData data)
        where T : UserData => app.Login.DecryptAsync<T>(OpenId, new(data.EncryptedData, data.Iv));

    private async Task RefusedAsync<T>(SandboxUserData data)
        where T : UserData =>
        Verdict.IsTheOneFailure((await Assert.ThrowsAsync<UserDataException>(() => DecryptAsync<T>(data)))!);
}
