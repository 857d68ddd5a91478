using System.Net;

namespace LoginApi.Tests;

internal sealed class ProfileTests : LoginApiFixture
{
    [SetUp]
    public Task LogInAsync() => User.LoginAsync();

    [Test]
    public async Task Post_SignedAndEncrypted_IsTheProfileFromThenOn()
    {
        var answer = await PostAsync(WeChat.Profile(User.OpenId, "小明"));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Body);
        Assert.That(answer.Text("nickName"), Is.EqualTo("小明"));
        Assert.That(answer.Text("avatarUrl"), Does.StartWith("https://thirdwx.qlogo.cn/"));
        Assert.That((await User.GetAsync("/me")).Body, Is.EqualTo(answer.Body));
    }

    [Test]
    public async Task Post_AfterWeChatChangedTheKey_StillAccepts()
    {
        var early = WeChat.Profile(User.OpenId, "小明");
        WeChat.RotateSessionKey(User.OpenId);
        await User.LoginAsync();

        Assert.That((await PostAsync(early)).Text("nickName"), Is.EqualTo("小明"));
    }

    [Test]
    public async Task Post_RawDataChanged_IsBadUserData()
    {
        var profile = WeChat.Profile(User.OpenId, "小明");

        AssertProblem(await PostAsync(profile with { RawData = profile.RawData!.Replace("小明", "小红") }), HttpStatusCode.BadRequest, "bad_user_data");
        await AssertNothingKeptAsync();
    }

    [Test]
    public async Task Post_SignatureOfAnotherProfile_IsBadUserData()
    {
        var profile = WeChat.Profile(User.OpenId, "小明");

        AssertProblem(await PostAsync(profile with { Signature = new string('0', 40) }), HttpStatusCode.BadRequest, "bad_user_data");
        await AssertNothingKeptAsync();
    }

    [Test]
    public async Task Post_GenuineSignatureBesideOtherGenuineData_IsBadUserData()
    {
        var (one, other) = (WeChat.Profile(User.OpenId, "小明"), WeChat.Profile(User.OpenId, "小红"));

        AssertProblem(
            await PostAsync(one with { EncryptedData = other.EncryptedData, Iv = other.Iv }), HttpStatusCode.BadRequest, "bad_user_data");
        await AssertNothingKeptAsync();
    }

    [Test]
    public async Task Post_GenuineSignatureBesideForgedData_IsBadUserData()
    {
        var profile = WeChat.Profile(User.OpenId, "小明");

        AssertProblem(await PostAsync(profile with { Iv = Convert.ToBase64String(new byte[16]) }), HttpStatusCode.BadRequest, "bad_user_data");
        await AssertNothingKeptAsync();
    }

    [Test]
    public async Task Post_ProfileOfAnotherUser_IsBadUserData()
    {
        const string other = "oXiaohong000000000000000000";
        WeChat.Login(other);

        AssertProblem(await PostAsync(WeChat.Profile(other)), HttpStatusCode.BadRequest, "bad_user_data");
    }

    [Test]
    public async Task Post_FieldMissing_IsBadUserData([Values("rawData", "signature", "encryptedData", "iv")] string missing)
    {
        var profile = WeChat.Profile(User.OpenId);
        var body = new Dictionary<string, string?>
        {
            ["rawData"] = profile.RawData, ["signature"] = profile.Signature, ["encryptedData"] = profile.EncryptedData, ["iv"] = profile.Iv,
        };
        body.Remove(missing);

        AssertProblem(await User.PostAsync("/me/profile", body), HttpStatusCode.BadRequest, "bad_user_data");
    }

    [Test]
    public async Task Post_TheNameThatWeChatGivesEveryone_ChangesNothing()
    {
        await User.PutAsync("/me/profile", new { nickName = "小红" });

        var answer = await PostAsync(WeChat.Profile(User.OpenId, "微信用户"));

        Assert.That(answer.Body, Is.EqualTo("""{"nickName":"小红","avatarUrl":null,"phoneNumber":null}"""));
        Assert.That((await User.GetAsync("/me")).Body, Is.EqualTo(answer.Body));
    }

    [Test]
    public async Task Put_NickName_ChangesItAlone()
    {
        await PostAsync(WeChat.Profile(User.OpenId, "小明"));

        var answer = await User.PutAsync("/me/profile", new { nickName = "小红" });

        Assert.That(answer.Text("nickName"), Is.EqualTo("小红"));
        Assert.That(answer.Text("avatarUrl"), Is.Not.Empty);
        Assert.That((await User.GetAsync("/me")).Body, Is.EqualTo(answer.Body));
    }

    [TestCase("")]
    [TestCase("   ")]
    [TestCase(null)]
    [TestCase("123456789012345678901234567890123")]
    public async Task Put_NoNickName_IsBadUserData(string? nickName) =>
        AssertProblem(await User.PutAsync("/me/profile", new { nickName }), HttpStatusCode.BadRequest, "bad_user_data");

    private Task<Answer> PostAsync(SandboxUserData profile) => User.PostAsync("/me/profile", profile);

    private async Task AssertNothingKeptAsync() => Assert.That((await User.GetAsync("/me")).Text("nickName"), Is.Empty);
}
