using System.Net;

namespace LoginApi.Tests;

/// <summary>What WeChat says to the host, and what the host says to the mini program.</summary>
internal sealed class WeChatTroubleTests : LoginApiFixture
{
    private const string Told = "do not repeat me, rid: 6b05f50a-2f8b1d52-a76746ea";

    [TestCase(40029, HttpStatusCode.Unauthorized, "login_again")]
    [TestCase(40163, HttpStatusCode.Unauthorized, "login_again")]
    [TestCase(45011, HttpStatusCode.TooManyRequests, "slow_down")]
    [TestCase(45009, HttpStatusCode.TooManyRequests, "slow_down")]
    [TestCase(40226, HttpStatusCode.Forbidden, "blocked")]
    [TestCase(-1, HttpStatusCode.ServiceUnavailable, "unavailable")]
    [TestCase(40013, HttpStatusCode.ServiceUnavailable, "unavailable")]
    [TestCase(40125, HttpStatusCode.ServiceUnavailable, "unavailable")]
    [TestCase(40164, HttpStatusCode.ServiceUnavailable, "unavailable")]
    [TestCase(99999, HttpStatusCode.ServiceUnavailable, "unavailable")]
    public async Task Login_ErrCode_IsTheProblemThatTheMiniProgramActsOn(int errCode, HttpStatusCode status, string code)
    {
        WeChat.FailAlways(SandboxFault.ErrCode(errCode, Told));

        var answer = await User.LoginAsync();

        AssertProblem(answer, status, code);
        Assert.That(answer.Body, Does.Not.Contain("repeat").And.Not.Contain("rid").And.Not.Contain("errcode"));
        Assert.That(answer.Headers.RetryAfter?.Delta, Is.EqualTo(code == "slow_down" ? TimeSpan.FromMinutes(1) : (TimeSpan?)null));
    }

    [TestCaseSource(nameof(Outages))]
    public async Task Login_NoUsableAnswer_IsUnavailable(SandboxFault outage)
    {
        WeChat.FailAlways(outage);

        AssertProblem(await User.LoginAsync(), HttpStatusCode.ServiceUnavailable, "unavailable");
    }

    [Test]
    public async Task Login_WrongAppSecret_TellsTheOperatorAndNotTheUser()
    {
        WeChat.FailAlways(SandboxFault.ErrCode(40125, "invalid appsecret"));

        var answer = await User.LoginAsync();

        Assert.That(answer.Body, Does.Not.Contain("secret"));
        Assert.That(Host.Log.Ours.Select(entry => entry.EventId), Does.Contain(3));
    }

    [TestCase(40029, HttpStatusCode.BadRequest, "bad_user_data")]
    [TestCase(-1, HttpStatusCode.ServiceUnavailable, "unavailable")]
    [TestCase(45009, HttpStatusCode.TooManyRequests, "slow_down")]
    [TestCase(40013, HttpStatusCode.BadRequest, "bad_user_data")]
    [TestCase(40001, HttpStatusCode.ServiceUnavailable, "unavailable")]
    public async Task Phone_ErrCode_IsTheProblemThatTheMiniProgramActsOn(int errCode, HttpStatusCode status, string code)
    {
        await User.LoginAsync();
        WeChat.FailAlways(SandboxFault.ErrCode(errCode, Told), "/wxa/business/getuserphonenumber");

        AssertProblem(await User.PostAsync("/me/phone", new { code = WeChat.PhoneCode(User.OpenId) }), status, code);
    }

    [Test]
    public async Task UnknownPath_IsNotFound()
    {
        AssertProblem(await User.GetAsync("/sandbox/login"), HttpStatusCode.NotFound, "not_found");
        AssertProblem(await User.GetAsync("/phone/"), HttpStatusCode.NotFound, "not_found");
        AssertProblem(await User.GetAsync("/login"), HttpStatusCode.MethodNotAllowed, "not_found");
    }

    private static IEnumerable<SandboxFault> Outages() => [SandboxFault.Html, SandboxFault.Empty, SandboxFault.Status(502), SandboxFault.ResetBefore];
}
