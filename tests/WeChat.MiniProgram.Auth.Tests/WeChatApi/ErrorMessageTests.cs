using System.Globalization;
using System.Text;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>errmsg: its trailers, as seen in the field, and what it must not carry into a log.</summary>
public sealed class ErrorMessageTests
{
    [TestCase("invalid code, hints: [ req_id: uhJDVZyFe-YZguHA ]", "uhJDVZyFe-YZguHA")]
    [TestCase("invalid code, rid: 652d44d0-1d0af18b-5b069232", "652d44d0-1d0af18b-5b069232")]
    [TestCase("invalid credential rid: 66c69111-4157f271-729ca238", "66c69111-4157f271-729ca238")]
    [TestCase("invalid code hint: [mGhbWV0sf-LxnVma] rid: 65f3e9f7-77cf1a1c-0dd74a0e", "65f3e9f7-77cf1a1c-0dd74a0e")]
    [TestCase(" rid: 637a0002-1d0af18b-5b069232", "637a0002-1d0af18b-5b069232")]
    [TestCase("invalid code hint: [eVZP306494870]", null)]
    [TestCase("invalid code", null)]
    [TestCase("grid: 652d44d0-1d0af18b-5b069232", null)]
    [TestCase("", null)]
    public async Task RequestId_OfEachTrailer_IsFound(string errmsg, string? requestId)
    {
        var exception = await RefusalAsync(errmsg);

        Assert.That(exception.RequestId, Is.EqualTo(requestId));
        Assert.That(exception.ErrorMessage, Is.EqualTo(errmsg));
    }

    [Test]
    public async Task ErrorMessage_ThatRepeatsTheRequest_IsMasked()
    {
        var exception = await RefusalAsync($"invalid appsecret {TestApp.AppSecret} for js_code={Answers.Code}&secret={TestApp.AppSecret}");

        Assert.That(exception.ErrorMessage, Is.EqualTo("invalid appsecret *** for js_code=***&secret=***"));
        Assert.That(exception.ToString(), Does.Not.Contain(TestApp.AppSecret).And.Not.Contain(Answers.Code));
    }

    [TestCase("secret%26code%2F1%2B")]
    [TestCase("secret%26code%2f1%2b")]
    public async Task ErrorMessage_ThatRepeatsTheEscapedCode_IsMasked(string escaped)
    {
        var exception = await RefusalAsync($"bad query js_code={escaped}", "secret&code/1+");

        Assert.That(exception.ErrorMessage, Is.EqualTo("bad query js_code=***"));
    }

    [Test]
    public async Task ErrorMessage_ThatIsLong_IsShortenedAndKeepsTheRequestId()
    {
        const string RequestId = "66c69111-4157f271-729ca238";
        var exception = await RefusalAsync($"{new string('x', 5000)}, rid: {RequestId}");

        Assert.That(exception.ErrorMessage, Has.Length.EqualTo(512));
        Assert.That(exception.RequestId, Is.EqualTo(RequestId));
        Assert.That(exception.Message, Has.Length.LessThan(1000));
    }

    /// <summary>Half a character stops a log that is written as strict UTF-8, as that of a StreamWriter is.</summary>
    [TestCase("", "")]
    [TestCase("x", "x")]
    public async Task ErrorMessage_ThatIsShortenedWithinACharacter_IsStillUnicode(string start, string end)
    {
        var exception = await RefusalAsync(start + string.Concat(Enumerable.Repeat("\U0001F512", 1000)) + end);

        Assert.That(() => new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(exception.ErrorMessage), Throws.Nothing);
        Assert.That(exception.ErrorMessage, Has.Length.InRange(510, 512));
    }

    [TestCase("sv-SE", "\u2212")]
    [TestCase("fa-IR", "\u200e\u2212")]
    public void Message_InACultureWithAMinusSignOfItsOwn_HasTheErrcodeAsWeChatWritesIt(string culture, string minus)
    {
        var before = CultureInfo.CurrentCulture;
        var own = new CultureInfo(culture);
        own.NumberFormat.NegativeSign = minus;
        CultureInfo.CurrentCulture = own;
        try
        {
            Assert.That(new WeChatApiException(WeChatErrorCode.SystemBusy, "busy").Message, Does.Contain("errcode -1 (Busy)"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public async Task ErrorMessage_OfTheLengthThatIsAllowed_IsKeptWhole()
    {
        var text = $"{new string('x', 400)}{new string('y', 112)}";

        Assert.That((await RefusalAsync(text)).ErrorMessage, Is.EqualTo(text));
    }

    [TestCase("code5678", "no such ***")]
    [TestCase("code567", "no such code567")]
    public async Task ErrorMessage_ThatRepeatsAShortCode_IsMaskedFromEightCharactersOn(string code, string message) =>
        Assert.That((await RefusalAsync($"no such {code}", code)).ErrorMessage, Is.EqualTo(message));

    [Test]
    public async Task ErrorMessage_WhoseEndIsASecretAcrossTheCut_ShowsNoPartOfIt()
    {
        var exception = await RefusalAsync(new string('x', 500) + TestApp.AppSecret);

        Assert.That(exception.ErrorMessage, Does.Not.Contain(TestApp.AppSecret[..8]));
    }

    [Test]
    public async Task ErrorMessage_WithControlCharacters_IsOneLine()
    {
        var exception = await RefusalAsync("""a\r\nwarn: forged line\u0000\u001b[31m\t\u2028\u2029b""");

        Assert.That(exception.ErrorMessage.Any(char.IsControl), Is.False);
        Assert.That(exception.ErrorMessage.ReplaceLineEndings("\n"), Does.Not.Contain('\n'));
        Assert.That(exception.ErrorMessage, Does.StartWith("a").And.Contain("forged line").And.EndWith("b"));
    }

    [Test]
    public void Constructor_NullMessage_Throws() =>
        Assert.That(() => new WeChatApiException(WeChatErrorCode.InvalidCode, null!), Throws.ArgumentNullException);

    [Test]
    public void Constructor_OfAHostsOwnTest_ReadsTheTrailer()
    {
        var exception = new WeChatApiException(WeChatErrorCode.MinuteLimit, "slow down, rid: 652d44d0-1d0af18b-5b069232");

        Assert.That(exception.Kind, Is.EqualTo(WeChatErrorKind.Throttled));
        Assert.That(exception.RequestId, Is.EqualTo("652d44d0-1d0af18b-5b069232"));
    }

    private static async Task<WeChatApiException> RefusalAsync(string errmsg, string code = Answers.Code)
    {
        using var handler = ScriptedHandler.OfBodies(Answers.Error(40029, errmsg));
        using var app = TestApp.Over(handler);
        return await Failure.OfAsync<WeChatApiException>(app.Sessions.ExchangeAsync(code));
    }
}
