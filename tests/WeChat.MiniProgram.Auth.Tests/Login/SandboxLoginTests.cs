using Microsoft.Extensions.Time.Testing;
using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The whole way of a login over real HTTP, against the stand-in for WeChat.</summary>
public sealed class SandboxLoginTests
{
    private const string OpenId = "o-sandbox-user";

    private FakeTimeProvider sandboxTime = null!;
    private SandboxServer server = null!;
    private TestApp app = null!;

    private Sandbox WeChat => server.Sandbox;

    [SetUp]
    public async Task StartAsync()
    {
        sandboxTime = new(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));
        server = await SandboxServer.StartAsync(timeProvider: sandboxTime);
        app = TestApp.At(server);
    }

    [TearDown]
    public async Task StopAsync()
    {
        app.Dispose();
        await server.DisposeAsync();
    }

    [Test]
    public async Task LoginAsync_ThenEachKindOfData_IsDecryptedAndVerified()
    {
        var user = await app.Login.LoginAsync(WeChat.Login(OpenId, "the-unionid"));
        var profile = WeChat.Profile(OpenId, "小明 🙂");

        Assert.That(user, Is.EqualTo(new MiniProgramUser { AppId = WeChat.AppId, OpenId = OpenId, UnionId = "the-unionid" }));
        var userInfo = await app.Login.DecryptAsync<UserInfo>(OpenId, DataOf(profile));
        Assert.That((userInfo.NickName, userInfo.OpenId, userInfo.UnionId), Is.EqualTo(("小明 🙂", OpenId, "the-unionid")));
        Assert.That((await app.Login.DecryptAsync<UserPhoneNumber>(OpenId, DataOf(WeChat.Phone(OpenId)))).PhoneNumber, Is.EqualTo("13580006666"));
        Assert.That((await app.Login.DecryptAsync<WeRunData>(OpenId, DataOf(WeChat.WeRun(OpenId)))).StepInfoList, Has.Count.EqualTo(31));
        Assert.That(await app.Login.VerifySignatureAsync(OpenId, profile.RawData!, profile.Signature!), Is.True);
        Assert.That(await app.Login.VerifySignatureAsync(OpenId, profile.RawData + " ", profile.Signature!), Is.False);
        Assert.That(WeChat.RequestCount, Is.EqualTo(1));
    }

    [Test]
    public async Task DecryptAsync_DataFromJustBeforeANewLogin_IsStillDecrypted()
    {
        await app.Login.LoginAsync(WeChat.Login(OpenId));
        var before = WeChat.Profile(OpenId);
        WeChat.RotateSessionKey(OpenId);
        await app.Login.LoginAsync(WeChat.Login(OpenId));
        var after = WeChat.Profile(OpenId);

        Assert.That((await app.Login.DecryptAsync<UserInfo>(OpenId, DataOf(before))).OpenId, Is.EqualTo(OpenId));
        Assert.That((await app.Login.DecryptAsync<UserInfo>(OpenId, DataOf(after))).OpenId, Is.EqualTo(OpenId));
        Assert.That(await app.Login.VerifySignatureAsync(OpenId, before.RawData!, before.Signature!), Is.True);
    }

    [Test]
    public async Task DecryptAsync_DataFromTwoLoginsAgo_IsRefused()
    {
        await app.Login.LoginAsync(WeChat.Login(OpenId));
        var old = WeChat.Phone(OpenId);
        for (var i = 0; i < 2; i++)
        {
            WeChat.RotateSessionKey(OpenId);
            await app.Login.LoginAsync(WeChat.Login(OpenId));
        }

        await Failure.OfAsync<UserDataException>(app.Login.DecryptAsync<UserPhoneNumber>(OpenId, DataOf(old)));
    }

    [Test]
    public async Task LogoutAsync_ThenDecrypt_AsksForANewLogin()
    {
        await app.Login.LoginAsync(WeChat.Login(OpenId));
        await app.Login.LogoutAsync(OpenId);

        await Failure.OfAsync<SessionKeyNotFoundException>(app.Login.DecryptAsync<UserPhoneNumber>(OpenId, DataOf(WeChat.Phone(OpenId))));
    }

    [Test]
    public async Task LoginAsync_UsedCode_IsRejected()
    {
        var code = WeChat.Login(OpenId);
        await app.Login.LoginAsync(code);

        var exception = await Failure.OfAsync<WeChatApiException>(app.Login.LoginAsync(code));

        Assert.That((exception.ErrorCode, exception.Kind), Is.EqualTo((WeChatErrorCode.CodeUsed, WeChatErrorKind.CodeRejected)));
        Assert.That(exception.RequestId, Does.StartWith("6553f100-"), "1,700,000,000 in hex, as WeChat's rid begins with the time");
    }

    [Test]
    public async Task LoginAsync_CodeOfFiveMinutesAgo_IsRejected()
    {
        var code = WeChat.Login(OpenId);
        sandboxTime.Advance(TimeSpan.FromMinutes(5));

        var exception = await Failure.OfAsync<WeChatApiException>(app.Login.LoginAsync(code));

        Assert.That((exception.ErrorCode, exception.Kind), Is.EqualTo((WeChatErrorCode.InvalidCode, WeChatErrorKind.CodeRejected)));
    }

    private static EncryptedUserData DataOf(SandboxUserData data) => new(data.EncryptedData, data.Iv);
}
