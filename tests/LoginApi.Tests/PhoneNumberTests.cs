using System.Net;

namespace LoginApi.Tests;

internal sealed class PhoneNumberTests : LoginApiFixture
{
    [SetUp]
    public Task LogInAsync() => User.LoginAsync();

    [Test]
    public async Task Post_Code_GivesTheMaskedNumber()
    {
        var answer = await User.PostAsync("/me/phone", new { code = WeChat.PhoneCode(User.OpenId) });

        Assert.That(answer.Body, Is.EqualTo("""{"nickName":null,"avatarUrl":null,"phoneNumber":"135****6666"}"""));
        Assert.That((await User.GetAsync("/me")).Text("phoneNumber"), Is.EqualTo("135****6666"));
    }

    [Test]
    public async Task Post_EncryptedData_GivesTheMaskedNumber()
    {
        var answer = await User.PostPhoneAsync(WeChat.Phone(User.OpenId, "13800001234"));

        Assert.That(answer.Body, Is.EqualTo("""{"nickName":null,"avatarUrl":null,"phoneNumber":"138****1234"}"""));
        Assert.That((await User.GetAsync("/me")).Text("phoneNumber"), Is.EqualTo("138****1234"));
    }

    [Test]
    public async Task Post_UsedCode_IsBadUserDataAndNoReasonToLogIn()
    {
        var code = WeChat.PhoneCode(User.OpenId);
        await User.PostAsync("/me/phone", new { code });

        AssertProblem(await User.PostAsync("/me/phone", new { code }), HttpStatusCode.BadRequest, "bad_user_data");
    }

    [Test]
    public async Task Post_CodeOfWxLogin_IsBadUserData() =>
        AssertProblem(await User.PostAsync("/me/phone", new { code = WeChat.Login(User.OpenId) }), HttpStatusCode.BadRequest, "bad_user_data");

    [Test]
    public async Task Post_CodeOfAnotherUser_IsBadUserData()
    {
        const string other = "oXiaohong000000000000000000";
        WeChat.Login(other);

        AssertProblem(await User.PostAsync("/me/phone", new { code = WeChat.PhoneCode(other) }), HttpStatusCode.BadRequest, "bad_user_data");
        Assert.That((await User.GetAsync("/me")).Text("phoneNumber"), Is.Empty);
    }

    [Test]
    public async Task Post_AProfileInThePlaceOfANumber_IsBadUserData() =>
        AssertProblem(await User.PostPhoneAsync(WeChat.Profile(User.OpenId)), HttpStatusCode.BadRequest, "bad_user_data");

    [TestCase("{}")]
    [TestCase("""{"code":" "}""")]
    [TestCase("""{"encryptedData":"AAAA"}""")]
    [TestCase("""{"iv":"AAAA"}""")]
    [TestCase("""{"code":null,"encryptedData":null,"iv":null}""")]
    [TestCase("[]")]
    public async Task Post_NeitherCodeNorData_IsBadUserData(string body) =>
        AssertProblem(await User.PostTextAsync("/me/phone", body), HttpStatusCode.BadRequest, "bad_user_data");

    [Test]
    public async Task Post_OverlongCode_IsBadUserData() =>
        AssertProblem(await User.PostAsync("/me/phone", new { code = new string('0', 513) }), HttpStatusCode.BadRequest, "bad_user_data");
}
