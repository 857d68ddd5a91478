using System.Net;

namespace LoginApi.Tests;

internal sealed class LoginTests : LoginApiFixture
{
    [Test]
    public async Task Login_FreshCode_GivesTokensAndNothingElse()
    {
        var answer = await User.LoginAsync();

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Body, Does.Match("""^\{"tokenType":"Bearer","accessToken":"[\w-]+","expiresIn":3600,"refreshToken":"[\w-]+"\}$"""));
        Assert.That((await User.GetAsync("/me")).Body, Is.EqualTo("""{"nickName":null,"avatarUrl":null,"phoneNumber":null}"""));
    }

    [Test]
    public async Task Login_UsedCode_AsksToLogInAgain()
    {
        var code = WeChat.Login(User.OpenId);
        await User.PostAsync("/login", new { code });

        var answer = await User.PostAsync("/login", new { code });

        AssertProblem(answer, HttpStatusCode.Unauthorized, "login_again");
    }

    [TestCase("""{"code":""}""")]
    [TestCase("""{"code":"  "}""")]
    [TestCase("""{"code":null}""")]
    [TestCase("{}")]
    [TestCase("{")]
    [TestCase("null")]
    [TestCase("""{"code":7}""")]
    public async Task Login_MalformedBody_IsBadUserDataAndNotSentToWeChat(string body)
    {
        var answer = await User.PostTextAsync("/login", body);

        AssertProblem(answer, HttpStatusCode.BadRequest, "bad_user_data");
        Assert.That(WeChat.RequestCount, Is.Zero);
    }

    [Test]
    public async Task Login_OverlongCode_IsBadUserDataAndNotSentToWeChat()
    {
        AssertProblem(await User.PostAsync("/login", new { code = new string('0', 513) }), HttpStatusCode.BadRequest, "bad_user_data");
        Assert.That(WeChat.RequestCount, Is.Zero);
    }

    [Test]
    public async Task Login_HugeBody_IsRefused() =>
        AssertProblem(
            await User.PostAsync("/login", new { code = new string('0', 100_000) }), HttpStatusCode.RequestEntityTooLarge, "too_large");

    [Test]
    public async Task Login_NoJson_IsRefused()
    {
        using var http = new HttpClient { BaseAddress = Host.Address };
        using var text = new StringContent("code=1");
        using var response = await http.PostAsync(new Uri("/login", UriKind.Relative), text);

        AssertProblem(await Answer.OfAsync(response), HttpStatusCode.UnsupportedMediaType, "refused");
    }

    [Test]
    public async Task Logout_LoggedIn_EndsTheLoginForDataAndRefresh()
    {
        await User.LoginAsync();

        var answer = await User.PostAsync("/logout");

        var phone = WeChat.Phone(User.OpenId);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(answer.Body, Is.Empty);
        AssertProblem(
            await User.PostPhoneAsync(phone),
            HttpStatusCode.Unauthorized,
            "login_again");
        AssertProblem(await User.RefreshAsync(), HttpStatusCode.Unauthorized, "login_again");
    }
}
