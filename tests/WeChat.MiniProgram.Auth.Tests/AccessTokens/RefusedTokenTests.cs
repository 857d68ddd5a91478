using Microsoft.Extensions.Logging;
using WeChatSandbox;
using static WeChat.MiniProgram.Auth.Tests.Testing.WeChatByPath;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>A token that WeChat refuses is replaced and the call made once more, and never twice.</summary>
public sealed class RefusedTokenTests
{
    [TestCase(40001)]
    [TestCase(40014)]
    [TestCase(42001)]
    public async Task Call_RefusedOnce_SucceedsWithAnotherTokenAndNobodyIsAlarmed(int errcode)
    {
        using var log = new CapturedLog();
        using var weChat = new WeChatByPath().On(PhonePath, Answers.Error(errcode), Answers.Phone());
        using var app = TestApp.Over(weChat, log: log);

        var phone = await app.Users.GetPhoneNumberAsync(Answers.PhoneCode);

        Assert.That(phone.PhoneNumber, Is.EqualTo("13580006666"));
        Assert.That(TokensIn(weChat), Is.EqualTo(new[] { TokenText(1), TokenText(2) }));
        Assert.That(weChat.To(PhonePath).Select(request => request.Body).Distinct().ToList(), Has.Count.EqualTo(1));
        Assert.That(log.All.Where(entry => entry.Level >= LogLevel.Warning), Is.Empty);
    }

    [TestCase(40001)]
    [TestCase(40014)]
    [TestCase(42001)]
    public async Task Call_RefusedForEver_IsTwoCallsAndOneErrorLine(int errcode)
    {
        using var log = new CapturedLog();
        using var weChat = new WeChatByPath().On(PhonePath, Answers.Error(errcode));
        using var app = TestApp.Over(weChat, log: log);

        var exception = await Failure.OfAsync<WeChatApiException>(app.Users.GetPhoneNumberAsync(Answers.PhoneCode));

        Assert.That((int)exception.ErrorCode, Is.EqualTo(errcode));
        Assert.That(TokensIn(weChat), Is.EqualTo(new[] { TokenText(1), TokenText(2) }));
        Assert.That(log.All.Where(entry => entry.Level >= LogLevel.Warning).Select(entry => (entry.Level, entry.EventId)),
            Is.EqualTo(new[] { (LogLevel.Error, 3) }));

        weChat.On(PhonePath, Answers.Phone());
        await app.Users.GetPhoneNumberAsync(Answers.PhoneCode);
        Assert.That(TokensIn(weChat)[^1], Is.EqualTo(TokenText(3)));
    }

    [TestCase(40029)]
    [TestCase(45011)]
    [TestCase(48001)]
    [TestCase(99999)]
    public async Task Call_RefusedForAnotherReason_IsOneCallAndTheTokenStays(int errcode)
    {
        using var weChat = new WeChatByPath().On(PhonePath, Answers.Error(errcode), Answers.Phone());
        using var app = TestApp.Over(weChat);

        await Failure.OfAsync<WeChatApiException>(app.Users.GetPhoneNumberAsync(Answers.PhoneCode));
        Assert.That(weChat.To(PhonePath), Has.Count.EqualTo(1));

        await app.Users.GetPhoneNumberAsync(Answers.PhoneCode);
        Assert.That(weChat.To(TokenPath), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Call_RefusedForEverOverRealHttp_IsTwoCalls()
    {
        await using var server = await SandboxServer.StartAsync();
        using var app = TestApp.At(server);
        server.Sandbox.Login("o1");
        server.Sandbox.RefuseAccessTokens(times: int.MaxValue);

        await Failure.OfAsync<WeChatApiException>(app.Users.GetPhoneNumberAsync(server.Sandbox.PhoneCode("o1")));

        Assert.That(server.Sandbox.RequestsOf(PhonePath), Is.EqualTo(2));
    }

    [Test]
    public async Task Call_WhoseTokenExpiresMidFlight_SucceedsAndSpendsTheCodeOnce()
    {
        await using var server = await SandboxServer.StartAsync();
        using var app = TestApp.At(server);
        server.Sandbox.Login("o1");
        var expired = await app.AccessTokens.GetAccessTokenAsync();
        server.Sandbox.ExpireAccessToken();

        var phone = await app.Users.GetPhoneNumberAsync(server.Sandbox.PhoneCode("o1"), "o1");

        Assert.That(phone.PhoneNumber, Is.EqualTo("13580006666"));
        Assert.That(await app.AccessTokens.GetAccessTokenAsync(), Is.Not.EqualTo(expired).And.EqualTo(server.Sandbox.AccessToken()));
        Assert.That((server.Sandbox.RequestsOf(PhonePath), server.Sandbox.RequestsOf(TokenPath)), Is.EqualTo((2, 2)));
    }

    private static List<string?> TokensIn(WeChatByPath weChat) => [.. weChat.To(PhonePath).Select(request => request.Query("access_token"))];
}
