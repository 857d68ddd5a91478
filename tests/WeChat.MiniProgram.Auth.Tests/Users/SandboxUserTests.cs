using System.Security.Cryptography;
using System.Text;
using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>What WeChat tells about a user, over real HTTP; phone numbers and session_keys have fixtures of their own.</summary>
public sealed class SandboxUserTests
{
    private SandboxServer server = null!;
    private TestApp app = null!;

    [SetUp]
    public async Task StartAsync()
    {
        server = await SandboxServer.StartAsync();
        app = TestApp.At(server);
        await app.Login.LoginAsync(server.Sandbox.Login("o1", "u1"));
    }

    [TearDown]
    public async Task StopAsync()
    {
        app.Dispose();
        await server.DisposeAsync();
    }

    [Test]
    public async Task CheckEncryptedDataAsync_DataOfWeChats_IsFromWeChat()
    {
        var data = server.Sandbox.Phone("o1");

        var origin = await app.Users.CheckEncryptedDataAsync(data.EncryptedData);

        Assert.That(origin.IsFromWeChat, Is.True);
        Assert.That(origin.CreatedAt, Is.EqualTo(DateTimeOffset.UtcNow).Within(TimeSpan.FromMinutes(5)));
    }

    [Test]
    public async Task CheckEncryptedDataAsync_OtherData_IsNot() => Assert.That(
        await app.Users.CheckEncryptedDataAsync(UserApi.UserData), Is.EqualTo(new EncryptedDataOrigin(IsFromWeChat: false, CreatedAt: null)));

    [Test]
    public async Task GetPluginOpenPIdAsync_CodeOfThePlugin_IsTheUsersOpenPId() => Assert.That(
        await app.Users.GetPluginOpenPIdAsync(server.Sandbox.PluginLogin("o1")), Is.EqualTo(server.Sandbox.OpenPId("o1")));

    [Test]
    public async Task GetPaidUnionIdAsync_ByEitherName_IsTheUnionId()
    {
        server.Sandbox.Pay("o1", "t1", "m1", "n1");

        Assert.That(await app.Users.GetPaidUnionIdAsync("o1", PaidOrder.ByTransaction("t1")), Is.EqualTo("u1"));
        Assert.That(await app.Users.GetPaidUnionIdAsync("o1", PaidOrder.ByMerchant("m1", "n1")), Is.EqualTo("u1"));
    }

    [Test]
    public async Task GetEncryptKeysAsync_AfterARotation_ReadsWhatTheMiniProgramEncrypted()
    {
        var older = server.Sandbox.EncryptKey("o1");
        server.Sandbox.RotateEncryptKey("o1");

        var keys = await app.Users.GetEncryptKeysAsync("o1");

        Assert.That(keys.Select(key => key.Version), Is.EqualTo(new[] { older.Version + 1, older.Version }));
        Assert.That(keys.Select(key => key.ExpiresIn), Has.All.GreaterThan(TimeSpan.FromMinutes(59)));
        Assert.That(keys[1].CreatedAt, Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(older.CreateTime)));
        using var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(older.EncryptKey);
        var sent = aes.EncryptCbc("机密 of the mini program"u8, Encoding.ASCII.GetBytes(older.Iv));
        Assert.That(Encoding.UTF8.GetString(keys[1].Decrypt(sent)), Is.EqualTo("机密 of the mini program"));
    }
}
