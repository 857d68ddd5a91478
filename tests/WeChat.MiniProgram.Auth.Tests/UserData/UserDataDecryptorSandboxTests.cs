using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>Against a sender that was written independently.</summary>
public sealed class UserDataDecryptorSandboxTests
{
    private const string OpenId = "oSandboxUser";

    private readonly TestApp app = new();
    private Sandbox sandbox = null!;

    [OneTimeSetUp]
    public void LogIn()
    {
        sandbox = new Sandbox(new SandboxOptions { AppId = TestApp.AppId }, app.Time);
        sandbox.Login(OpenId, "oUnion");
    }

    [OneTimeTearDown]
    public void DisposeApp() => app.Dispose();

    [Test]
    public void Decrypt_Profile_GivesTheNickname()
    {
        var profile = Accepted<UserInfo>(sandbox.Profile(OpenId, "小明 😀"));

        Assert.That(profile.NickName, Is.EqualTo("小明 😀"));
        Assert.That(profile.OpenId, Is.EqualTo(OpenId));
        Assert.That(profile.UnionId, Is.EqualTo("oUnion"));
    }

    [Test]
    public void Decrypt_Phone_GivesTheNumber() =>
        Assert.That(Accepted<UserPhoneNumber>(sandbox.Phone(OpenId)).PurePhoneNumber, Is.EqualTo("13580006666"));

    [Test]
    public void Decrypt_WeRun_GivesAMonthOfSteps() =>
        Assert.That(Accepted<WeRunData>(sandbox.WeRun(OpenId)).StepInfoList, Has.Count.EqualTo(31));

    private T Accepted<T>(SandboxUserData data)
        where T : UserData =>
        Verdict.Accepted<T>(app.Decryptor, new(data.EncryptedData, data.Iv), new(sandbox.SessionKey(OpenId)));
}
