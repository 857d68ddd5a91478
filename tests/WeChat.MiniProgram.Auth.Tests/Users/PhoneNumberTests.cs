using Microsoft.Extensions.Logging;
using WeChatSandbox;
using static WeChat.MiniProgram.Auth.Tests.Testing.WeChatByPath;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class PhoneNumberTests
{
    [TestCase("\"86\"")]
    [TestCase("86")]
    public async Task GetPhoneNumberAsync_CountryCodeAsTextOrNumber_IsRead(string countryCode)
    {
        using var weChat = new WeChatByPath().On(PhonePath, Answers.Phone(countryCode));
        using var app = TestApp.Over(weChat);

        var phone = await app.Users.GetPhoneNumberAsync(Answers.PhoneCode);

        Assert.That((phone.PhoneNumber, phone.PurePhoneNumber, phone.CountryCode), Is.EqualTo(("13580006666", "13580006666", "86")));
        Assert.That(phone.Watermark.AppId, Is.EqualTo(TestApp.AppId));
        Assert.That(phone.Watermark.Timestamp, Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000)));
        Assert.That($"{phone}", Does.Not.Contain("13580006666"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task GetPhoneNumberAsync_OverRealHttp_IsTheUsersNumber(bool countryCodeIsNumber)
    {
        await using var server = await SandboxServer.StartAsync(options => options.CountryCodeIsNumber = countryCodeIsNumber);
        using var app = TestApp.At(server);
        server.Sandbox.Login("o1");
        server.Sandbox.SetPhoneNumber("o1", "91234567", "852");

        var phone = await app.Users.GetPhoneNumberAsync(server.Sandbox.PhoneCode("o1"), "o1");

        Assert.That((phone.PhoneNumber, phone.PurePhoneNumber, phone.CountryCode), Is.EqualTo(("85291234567", "91234567", "852")));
        Assert.That(phone.Watermark.AppId, Is.EqualTo(server.Sandbox.AppId));
    }

    [TestCase("""{"errcode":0,"errmsg":"ok"}""")]
    [TestCase("""{"errcode":0,"phone_info":null}""")]
    [TestCase("""{"errcode":0,"phone_info":{}}""")]
    [TestCase("""{"errcode":0,"phone_info":{"phoneNumber":"","purePhoneNumber":"1","countryCode":"86"}}""")]
    [TestCase("""{"errcode":0,"phone_info":{"phoneNumber":"1","countryCode":"86"}}""")]
    [TestCase("""{"errcode":0,"phone_info":{"phoneNumber":"1","purePhoneNumber":"1","countryCode":null}}""")]
    [TestCase("""{"errcode":0,"phone_info":{"phoneNumber":"1","purePhoneNumber":"1","countryCode":"86","watermark":null}}""")]
    [TestCase("""{"errcode":0,"phone_info":[]}""")]
    public async Task GetPhoneNumberAsync_AnswerWithoutAWholeNumber_IsUnavailable(string body)
    {
        using var weChat = new WeChatByPath().On(PhonePath, body);
        using var app = TestApp.Over(weChat);

        await Failure.OfAsync<WeChatUnavailableException>(app.Users.GetPhoneNumberAsync(Answers.PhoneCode));

        Assert.That(weChat.To(PhonePath), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task GetPhoneNumberAsync_40029_SpeaksOfThePhoneCodeInMessageAndLog()
    {
        using var log = new CapturedLog();
        using var weChat = new WeChatByPath().On(PhonePath, Answers.Error(40029, "invalid code"));
        using var app = TestApp.Over(weChat, log: log);

        var exception = await Failure.OfAsync<WeChatApiException>(app.Users.GetPhoneNumberAsync(Answers.PhoneCode));

        Assert.That((exception.ErrorCode, exception.Kind), Is.EqualTo((WeChatErrorCode.InvalidCode, WeChatErrorKind.CodeRejected)));
        Assert.That(exception.Message, Does.Contain("code of the phone number button").And.Not.Contain("must call wx.login"));
        Assert.That(log.Ours.Single(entry => entry.Level >= LogLevel.Warning).Text, Does.Contain("code of the phone number button"));
    }

    [Test]
    public async Task GetPhoneNumberAsync_LoginCodeUsedCodeOrAnothersCode_Is40029()
    {
        await using var server = await SandboxServer.StartAsync();
        using var app = TestApp.At(server);
        var loginCode = server.Sandbox.Login("o1");
        server.Sandbox.Login("o2");
        var used = server.Sandbox.PhoneCode("o1");
        await app.Users.GetPhoneNumberAsync(used);

        foreach (var (code, openId) in new[] { (loginCode, null), (used, "o1"), (server.Sandbox.PhoneCode("o1"), "o2") })
        {
            var exception = await Failure.OfAsync<WeChatApiException>(app.Users.GetPhoneNumberAsync(code, openId));
            Assert.That(exception.ErrorCode, Is.EqualTo(WeChatErrorCode.InvalidCode));
        }
    }

    [Test]
    public async Task GetPhoneNumberAsync_40029AfterALostAnswer_SaysThatTheCodeMayBeSpentByThisVeryCall()
    {
        await using var server = await SandboxServer.StartAsync();
        using var app = TestApp.At(server);
        server.Sandbox.Login("o1");
        server.Sandbox.Fail(SandboxFault.ResetAfter, path: PhonePath);

        var exception = await Failure.OfAsync<WeChatApiException>(app.Users.GetPhoneNumberAsync(server.Sandbox.PhoneCode("o1")));

        Assert.That(exception.ErrorCode, Is.EqualTo(WeChatErrorCode.InvalidCode));
        Assert.That(exception.Message, Does.Contain("whose answer was lost").And.Contain("phone number button"));
    }
}
