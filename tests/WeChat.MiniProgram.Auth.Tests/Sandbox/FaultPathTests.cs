using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>A fault and a count are of one API.</summary>
public sealed class FaultPathTests : SandboxFixture
{
    private const string StableToken = "/cgi-bin/stable_token";
    private const string Login = "/sns/jscode2session";

    [Test]
    public async Task Fail_WithAPath_MeetsThatApiOnly()
    {
        WeChat.Fail(SandboxFault.Busy, path: StableToken);

        Assert.That((await GetAsync(Login)).ErrCode(), Is.EqualTo(41002));
        Assert.That((await PostAsync(StableToken, StableTokenBody.Of(WeChat))).ErrCode(), Is.EqualTo(-1));
        Assert.That((await PostAsync(StableToken, StableTokenBody.Of(WeChat))).Text("access_token"), Is.Not.Empty);
    }

    [Test]
    public async Task Fail_WithoutAPath_MeetsLoginOnly()
    {
        WeChat.FailAlways(SandboxFault.Busy);

        Assert.That((await PostAsync(StableToken, StableTokenBody.Of(WeChat))).Text("access_token"), Is.Not.Empty);
        Assert.That((await GetAsync(Login)).ErrCode(), Is.EqualTo(-1));
    }

    [Test]
    public async Task FailAlways_WithAPath_EndsWithNullOrClearFaults()
    {
        WeChat.FailAlways(SandboxFault.ErrCode(45009, "quota"), StableToken);
        Assert.That((await PostAsync(StableToken, "")).ErrCode(), Is.EqualTo(45009));
        WeChat.FailAlways(null, StableToken);
        Assert.That((await PostAsync(StableToken, "")).ErrCode(), Is.EqualTo(44002));

        WeChat.Fail(SandboxFault.Busy, 3, StableToken);
        WeChat.ClearFaults();
        Assert.That((await PostAsync(StableToken, "")).ErrCode(), Is.EqualTo(44002));
    }

    [Test]
    public async Task Fail_Times_MeetsAsManyRequestsInTheirOrder()
    {
        WeChat.Fail(SandboxFault.ErrCode(45009, "quota"), 2, StableToken);
        WeChat.Fail(SandboxFault.Busy, path: StableToken);
        var errCodes = new List<int>();
        for (var i = 0; i < 4; i++)
            errCodes.Add((await PostAsync(StableToken, "")).ErrCode());

        Assert.That(errCodes, Is.EqualTo([45009, 45009, -1, 44002]));
    }

    [Test]
    public async Task Fail_MoreTimesThanMemoryHolds_IsCountedAndNotStored()
    {
        WeChat.Fail(SandboxFault.Busy, int.MaxValue, StableToken);

        Assert.That((await PostAsync(StableToken, "")).ErrCode(), Is.EqualTo(-1));
        WeChat.ClearFaults();
        Assert.That((await PostAsync(StableToken, "")).ErrCode(), Is.EqualTo(44002));
    }

    [Test]
    public async Task Fail_AfterTheAnswer_HasSpentThePhoneCode()
    {
        const string Phone = "/wxa/business/getuserphonenumber";
        var body = $$"""{"code":"{{WeChat.PhoneCode(OpenId)}}"}""";
        WeChat.Fail(SandboxFault.ResetAfter, path: Phone);

        await Failure.OfAsync<HttpRequestException>(PostAsync(WithToken(Phone), body));
        Assert.That((await PostAsync(WithToken(Phone), body)).ErrCode(), Is.EqualTo(40029));
    }

    [Test]
    public async Task RequestsOf_EachApi_IsCountedAlone()
    {
        await PostAsync(StableToken, "");
        await PostAsync(StableToken, "");
        await GetAsync(Login);

        Assert.That((WeChat.RequestsOf(StableToken), WeChat.RequestsOf(Login), WeChat.RequestCount), Is.EqualTo((2, 1, 1)));
    }

    [Test]
    public void Fail_UnknownPath_Throws() => Assert.Throws<KeyNotFoundException>(() => WeChat.Fail(SandboxFault.Busy, path: "/unknown"));
}
