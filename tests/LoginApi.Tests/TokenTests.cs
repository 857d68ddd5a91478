using System.Net;

namespace LoginApi.Tests;

internal sealed class TokenTests : LoginApiFixture
{
    [Test]
    public async Task Me_NoToken_AsksToLogInAgain(
        [Values("GET /me", "POST /me/phone", "POST /me/profile", "POST /me/avatar", "PUT /me/profile", "POST /logout")] string request)
    {
        var (method, path) = (request.Split(' ')[0], request.Split(' ')[1]);

        var answer = method switch
        {
            "GET" => await User.GetAsync(path),
            "POST" when path == "/me/avatar" => await User.UploadAsync([]),
            "PUT" => await User.PutAsync(path, new { nickName = "小红" }),
            _ => await User.PostAsync(path, new { code = "1" }),
        };

        AssertProblem(answer, HttpStatusCode.Unauthorized, "login_again");
        Assert.That(answer.Headers.WwwAuthenticate.ToString(), Is.EqualTo("Bearer"));
    }

    [TestCase("")]
    [TestCase("x")]
    [TestCase("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Me_ForgedToken_AsksToLogInAgain(string token)
    {
        User.AccessToken = token;

        AssertProblem(await User.GetAsync("/me"), HttpStatusCode.Unauthorized, "login_again");
    }

    [Test]
    public async Task Me_EachCharacterOfTheTokenChanged_AsksToLogInAgain()
    {
        await User.LoginAsync();
        var token = User.AccessToken!;

        for (var i = 0; i < token.Length - 1; i += 7)
        {
            User.AccessToken = $"{token[..i]}{(token[i] == 'A' ? 'B' : 'A')}{token[(i + 1)..]}";
            AssertProblem(await User.GetAsync("/me"), HttpStatusCode.Unauthorized, "login_again");
        }

        User.AccessToken = token;
        Assert.That((await User.GetAsync("/me")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Me_TokenOfAHostWithOtherKeys_AsksToLogInAgain()
    {
        await using var weChat = await SandboxServer.StartAsync();
        await using var stranger = LoginHost.Start(weChat);
        using var there = new Phone(stranger.Address, weChat.Sandbox, User.OpenId);
        await there.LoginAsync();

        User.AccessToken = there.AccessToken;

        Assert.That((await there.GetAsync("/me")).Status, Is.EqualTo(HttpStatusCode.OK));
        AssertProblem(await User.GetAsync("/me"), HttpStatusCode.Unauthorized, "login_again");
    }

    [Test]
    public async Task Me_ExpiredToken_AsksToLogInAgain()
    {
        await User.LoginAsync();

        Host.Time.Advance(TimeSpan.FromMinutes(59));
        var before = await User.GetAsync("/me");
        Host.Time.Advance(TimeSpan.FromMinutes(2));
        var after = await User.GetAsync("/me");

        Assert.That(before.Status, Is.EqualTo(HttpStatusCode.OK));
        AssertProblem(after, HttpStatusCode.Unauthorized, "login_again");
    }

    [Test]
    public async Task Me_RefreshTokenAsAccessToken_AsksToLogInAgain()
    {
        await User.LoginAsync();
        User.AccessToken = User.RefreshToken;

        AssertProblem(await User.GetAsync("/me"), HttpStatusCode.Unauthorized, "login_again");
    }

    [Test]
    public async Task Me_TokenOfAnotherUser_IsThatUserAndNoOther()
    {
        var other = PhoneOf("oXiaohong000000000000000000");
        await User.LoginAsync();
        await other.LoginAsync();
        await User.PutAsync("/me/profile", new { nickName = "小明" });
        await other.PutAsync("/me/profile", new { nickName = "小红" });

        User.AccessToken = other.AccessToken;

        Assert.That((await User.GetAsync("/me")).Text("nickName"), Is.EqualTo("小红"));
        var phone = WeChat.Phone(User.OpenId);
        AssertProblem(
            await User.PostPhoneAsync(phone), HttpStatusCode.BadRequest, "bad_user_data");
    }

    [Test]
    public async Task Refresh_AfterTheAccessTokenExpired_GivesTokensOfTheSameUser()
    {
        await User.LoginAsync();
        await User.PutAsync("/me/profile", new { nickName = "小明" });
        Host.Time.Advance(TimeSpan.FromHours(2));

        var answer = await User.RefreshAsync();
        User.AccessToken = answer.Text("accessToken");

        Assert.That(answer.Text("expiresIn"), Is.EqualTo("3600"));
        Assert.That((await User.GetAsync("/me")).Text("nickName"), Is.EqualTo("小明"));
        Assert.That(WeChat.RequestCount, Is.EqualTo(1));
    }

    [Test]
    public async Task Refresh_AfterTwoWeeks_AsksToLogInAgain()
    {
        await User.LoginAsync();
        Host.Time.Advance(TimeSpan.FromDays(14));

        AssertProblem(await User.RefreshAsync(), HttpStatusCode.Unauthorized, "login_again");
    }

    [Test]
    public async Task Refresh_FromBeforeALogout_AsksToLogInAgainEvenAfterTheNextLogin()
    {
        await User.LoginAsync();
        var old = User.RefreshToken;
        await User.PostAsync("/logout");
        Host.Time.Advance(TimeSpan.FromSeconds(1));
        await User.LoginAsync();

        var renewed = await User.RefreshAsync();
        User.RefreshToken = old;

        Assert.That(renewed.Status, Is.EqualTo(HttpStatusCode.OK));
        AssertProblem(await User.RefreshAsync(), HttpStatusCode.Unauthorized, "login_again");
    }

    [Test]
    public async Task Refresh_AfterTheLogoutOfAnotherUser_IsAccepted()
    {
        var other = PhoneOf("oXiaohong000000000000000000");
        await User.LoginAsync();
        await other.LoginAsync();
        await other.PostAsync("/logout");

        Assert.That((await User.RefreshAsync()).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("")]
    [TestCase(null)]
    public async Task Refresh_NoToken_IsBadUserData(string? token)
    {
        User.RefreshToken = token;

        AssertProblem(await User.RefreshAsync(), HttpStatusCode.BadRequest, "bad_user_data");
    }

    [Test]
    public async Task Refresh_ForgedOrAccessToken_AsksToLogInAgain()
    {
        await User.LoginAsync();
        foreach (var token in new[] { "forged", User.RefreshToken![..^8], User.AccessToken })
        {
            User.RefreshToken = token;
            AssertProblem(await User.RefreshAsync(), HttpStatusCode.Unauthorized, "login_again");
        }
    }
}
