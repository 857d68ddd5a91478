using static WeChat.MiniProgram.Auth.WeChatErrorCode;
using static WeChat.MiniProgram.Auth.WeChatErrorKind;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>
/// The errcodes of https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html, of the global list, and those
/// that field captures show for jscode2session.
/// </summary>
public sealed class ErrorCodeTests
{
    [TestCase(-1, SystemBusy, Busy)]
    [TestCase(1, EncryptedDataNotFound, Unknown)]
    [TestCase(1000, PluginSystemError, Unknown)]
    [TestCase(1001, PluginIllegalParameter, CodeRejected)]
    [TestCase(1003, PluginTooFrequent, Throttled)]
    [TestCase(1005, PluginAppIdMismatch, CodeRejected)]
    [TestCase(1007, PluginOpenPIdNotFound, CodeRejected)]
    [TestCase(1022, PluginInvalidJson, Unknown)]
    [TestCase(40001, InvalidCredential, Misconfigured)]
    [TestCase(40002, InvalidGrantType, Misconfigured)]
    [TestCase(40003, InvalidOpenId, Unknown)]
    [TestCase(40013, InvalidAppId, Misconfigured)]
    [TestCase(40014, InvalidAccessToken, Misconfigured)]
    [TestCase(40016, InvalidButtonSize, Unknown)]
    [TestCase(40029, InvalidCode, CodeRejected)]
    [TestCase(40097, InvalidArguments, Unknown)]
    [TestCase(40101, ParameterMissing, Unknown)]
    [TestCase(40125, InvalidAppSecret, Misconfigured)]
    [TestCase(40163, CodeUsed, CodeRejected)]
    [TestCase(40164, IpNotAllowed, Misconfigured)]
    [TestCase(40226, WeChatErrorCode.UserBlocked, WeChatErrorKind.UserBlocked)]
    [TestCase(40243, AppSecretFrozen, Misconfigured)]
    [TestCase(41001, AccessTokenMissing, Misconfigured)]
    [TestCase(41002, AppIdMissing, Misconfigured)]
    [TestCase(41004, AppSecretMissing, Misconfigured)]
    [TestCase(41008, CodeMissing, CodeRejected)]
    [TestCase(42001, AccessTokenExpired, Misconfigured)]
    [TestCase(43002, PostRequired, Misconfigured)]
    [TestCase(44002, EmptyBody, Unknown)]
    [TestCase(45009, DailyLimit, Throttled)]
    [TestCase(45011, MinuteLimit, Throttled)]
    [TestCase(47001, InvalidJson, Unknown)]
    [TestCase(48001, ApiUnauthorized, Misconfigured)]
    [TestCase(50002, UserLimited, Misconfigured)]
    [TestCase(50004, TokenForbidden, Misconfigured)]
    [TestCase(50007, AccountFrozen, Misconfigured)]
    [TestCase(61003, ComponentNotAuthorized, Misconfigured)]
    [TestCase(87007, SessionKeyExpired, CodeRejected)]
    [TestCase(87008, InvalidSignatureMethod, Unknown)]
    [TestCase(87009, InvalidSignature, CodeRejected)]
    [TestCase(89002, NotBoundToOpenPlatform, Misconfigured)]
    [TestCase(89300, InvalidTrade, Unknown)]
    [TestCase(89503, IpNeedsConfirmation, Misconfigured)]
    [TestCase(89506, IpRefusedForDay, Misconfigured)]
    [TestCase(89507, IpRefusedForHour, Misconfigured)]
    [TestCase(99999, (WeChatErrorCode)99999, Unknown)]
    [TestCase(-41003, (WeChatErrorCode)(-41003), Unknown)]
    public async Task ExchangeAsync_Errcode_TellsTheNumberAndWhatToDo(int number, WeChatErrorCode code, WeChatErrorKind kind)
    {
        var exception = await RefusalAsync(Answers.Error(number, "what WeChat says"));

        Assert.That(exception.ErrorCode, Is.EqualTo(code));
        Assert.That((int)exception.ErrorCode, Is.EqualTo(number));
        Assert.That(exception.Kind, Is.EqualTo(kind));
        Assert.That(exception.ErrorMessage, Is.EqualTo("what WeChat says"));
        Assert.That(exception.Message, Does.Contain($"{number}").And.Contain($"{kind}").And.Contain("what WeChat says"));
        Assert.That(exception.InnerException, Is.Null);
    }

    [TestCase("""{"errcode":"40029","errmsg":"invalid code"}""")]
    [TestCase("""{"errmsg":"invalid code","errcode":40029}""")]
    [TestCase("""{"errcode":40029,"errmsg":"invalid code","openid":"o","session_key":"k"}""")]
    public async Task ExchangeAsync_ErrcodeInAnyShape_IsRead(string body)
    {
        var exception = await RefusalAsync(body);

        Assert.That(exception.ErrorCode, Is.EqualTo(InvalidCode));
    }

    [TestCase("""{"errcode":40029}""")]
    [TestCase("""{"errcode":40029,"errmsg":null}""")]
    public async Task ExchangeAsync_ErrcodeWithoutErrmsg_GivesAnEmptyMessage(string body)
    {
        var exception = await RefusalAsync(body);

        Assert.That(exception.ErrorMessage, Is.Empty);
        Assert.That(exception.RequestId, Is.Null);
    }

    [Test]
    public void EveryMember_HasARowAbove()
    {
        var rows = typeof(ErrorCodeTests).GetMethod(nameof(ExchangeAsync_Errcode_TellsTheNumberAndWhatToDo))!
            .GetCustomAttributes(typeof(TestCaseAttribute), inherit: false).Select(row => ((TestCaseAttribute)row).Arguments[1]);

        Assert.That(Enum.GetValues<WeChatErrorCode>().Cast<object>().Except(rows.Append(Ok)), Is.Empty);
    }

    private static async Task<WeChatApiException> RefusalAsync(string body)
    {
        using var handler = ScriptedHandler.OfBodies(body);
        using var app = TestApp.Over(handler);
        return await Failure.OfAsync<WeChatApiException>(app.Sessions.ExchangeAsync(Answers.Code));
    }
}
