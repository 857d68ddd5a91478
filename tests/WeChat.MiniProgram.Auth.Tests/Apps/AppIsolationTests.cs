using static WeChat.MiniProgram.Auth.Tests.Testing.ManyApps;
using static WeChat.MiniProgram.Auth.Tests.Testing.WeChatByPath;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>Nothing of one app is another's.</summary>
public sealed class AppIsolationTests
{
    [Test]
    public async Task Services_OfOneApp_WorkWithItsCredentials()
    {
        using var apps = new ManyApps();

        var user = await (await apps.GetAsync(A)).Login.LoginAsync(Answers.Code);
        await (await apps.GetAsync(B)).Users.GetPhoneNumberAsync(Answers.PhoneCode);

        Assert.That(user.AppId, Is.EqualTo(A));
        var login = apps.WeChat.To(LoginPath).Single();
        Assert.That((login.Query("appid"), login.Query("secret")), Is.EqualTo((A, "secret-of-the-app-a")));
        Assert.That(apps.WeChat.To(TokenPath).Single().Body, Does.Contain(B).And.Contain("secret-of-the-app-b"));
    }

    [Test]
    public async Task Circuit_OfOneApp_LeavesTheOthersAlone()
    {
        using var apps = new ManyApps(options => (options.MaxRetryAttempts, options.FallbackAddress) = (0, null));
        apps.WeChat.On(LoginPath, (request, _) => Task.FromResult(
            request.Query("appid") == A ? Answers.Status(500) : Answers.Text(Answers.Session)));
        for (var i = 0; i < 25; i++)
        {
            await Failure.OfAsync<WeChatUnavailableException>((await apps.GetAsync(A)).Login.LoginAsync(Answers.Code));
        }

        await (await apps.GetAsync(B)).Login.LoginAsync(Answers.Code);

        Assert.That(apps.WeChat.To(LoginPath).Count(request => request.Query("appid") == A), Is.EqualTo(20));
    }

    [Test]
    public async Task Tokens_OfTwoApps_NeverSwap()
    {
        using var apps = new ManyApps();
        apps.WeChat.On(TokenPath, (request, _) => Task.FromResult(Answers.Text(Answers.Token(
            request.Body.Contains(A, StringComparison.Ordinal) ? "token-of-a" : "token-of-b"))));
        var (a, b) = (await apps.GetAsync(A), await apps.GetAsync(B));

        await a.AccessTokens.GetAccessTokenAsync();
        await b.AccessTokens.GetAccessTokenAsync();
        b.AccessTokens.Invalidate("token-of-a");
        a.AccessTokens.Invalidate("token-of-a");

        Assert.That(await b.AccessTokens.GetAccessTokenAsync(), Is.EqualTo("token-of-b"));
        Assert.That(await a.AccessTokens.GetAccessTokenAsync(), Is.EqualTo("token-of-a"));
        Assert.That(apps.WeChat.To(TokenPath).Count(request => request.Body.Contains(B, StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task StoredKeys_OfOneUserOfTwoApps_AreApart()
    {
        using var apps = new ManyApps();
        var (a, b) = (await apps.GetAsync(A), await apps.GetAsync(B));
        await a.Login.LoginAsync(Answers.Code);

        Assert.That(await b.Users.CheckSessionKeyAsync(Answers.OpenId), Is.False);
        await b.Login.LoginAsync(Answers.Code);
        await a.Login.LogoutAsync(Answers.OpenId);

        Assert.That(await a.SessionKeys.GetAsync(new(A, Answers.OpenId)), Is.Empty);
        Assert.That(await b.SessionKeys.GetAsync(new(B, Answers.OpenId)), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task UserData_OfAnotherApp_IsRefused()
    {
        using var apps = new ManyApps();
        var data = Encrypted.Json(Plaintext.Phone(Plaintext.Watermark(appId: $"\"{A}\"")));

        Assert.That((await apps.GetAsync(A)).UserData.TryDecrypt<UserPhoneNumber>(Verdict.Key, data, out _), Is.True);
        Assert.That((await apps.GetAsync(B)).UserData.TryDecrypt<UserPhoneNumber>(Verdict.Key, data, out _), Is.False);
    }
}
