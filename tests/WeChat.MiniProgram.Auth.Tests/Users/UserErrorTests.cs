using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>Each errcode that the page of an API documents, and what the host does about it.</summary>
public sealed class UserErrorTests
{
    [TestCase("getPhoneNumber", -1, WeChatErrorKind.Busy)]
    [TestCase("getPhoneNumber", 40013, WeChatErrorKind.CodeRejected)]
    [TestCase("getPhoneNumber", 40029, WeChatErrorKind.CodeRejected)]
    [TestCase("getPhoneNumber", 45011, WeChatErrorKind.Throttled)]
    [TestCase("ResetUserSessionKey", -1, WeChatErrorKind.Busy)]
    [TestCase("ResetUserSessionKey", 40097, WeChatErrorKind.Unknown)]
    [TestCase("ResetUserSessionKey", 45011, WeChatErrorKind.Throttled)]
    [TestCase("ResetUserSessionKey", 87007, WeChatErrorKind.CodeRejected)]
    [TestCase("ResetUserSessionKey", 87008, WeChatErrorKind.Unknown)]
    [TestCase("ResetUserSessionKey", 87009, WeChatErrorKind.CodeRejected)]
    [TestCase("checkEncryptedData", -1, WeChatErrorKind.Busy)]
    [TestCase("checkEncryptedData", 40097, WeChatErrorKind.Unknown)]
    [TestCase("checkEncryptedData", 44002, WeChatErrorKind.Unknown)]
    [TestCase("checkEncryptedData", 47001, WeChatErrorKind.Unknown)]
    [TestCase("getPluginOpenPId", 1000, WeChatErrorKind.Busy)]
    [TestCase("getPluginOpenPId", 1001, WeChatErrorKind.CodeRejected)]
    [TestCase("getPluginOpenPId", 1003, WeChatErrorKind.Throttled)]
    [TestCase("getPluginOpenPId", 1005, WeChatErrorKind.CodeRejected)]
    [TestCase("getPluginOpenPId", 1007, WeChatErrorKind.CodeRejected)]
    [TestCase("getPluginOpenPId", 1022, WeChatErrorKind.Unknown)]
    [TestCase("getPluginOpenPId", 40016, WeChatErrorKind.Unknown)]
    [TestCase("getPluginOpenPId", 45009, WeChatErrorKind.Throttled)]
    [TestCase("getPaidUnionid", -1, WeChatErrorKind.Busy)]
    [TestCase("getPaidUnionid", 40001, WeChatErrorKind.Misconfigured)]
    [TestCase("getPaidUnionid", 40003, WeChatErrorKind.Unknown)]
    [TestCase("getPaidUnionid", 40101, WeChatErrorKind.Unknown)]
    [TestCase("getPaidUnionid", 89002, WeChatErrorKind.Misconfigured)]
    [TestCase("getPaidUnionid", 89300, WeChatErrorKind.Unknown)]
    [TestCase("getUserEncryptKey", -1, WeChatErrorKind.Busy)]
    [TestCase("getUserEncryptKey", 40001, WeChatErrorKind.Misconfigured)]
    [TestCase("getUserEncryptKey", 87007, WeChatErrorKind.CodeRejected)]
    [TestCase("getUserEncryptKey", 87008, WeChatErrorKind.Unknown)]
    [TestCase("getUserEncryptKey", 87009, WeChatErrorKind.CodeRejected)]
    public async Task Call_DocumentedErrcode_IsToldWithItsKind(string name, int errcode, WeChatErrorKind kind)
    {
        var api = UserApi.Of(name);
        using var weChat = new WeChatByPath().On(api.Path, Answers.Error(errcode, "what WeChat says"));
        using var app = await TestApp.WithUserAsync(weChat);

        var exception = await Failure.OfAsync<WeChatApiException>(api.CallAsync(app.Users, CancellationToken.None));

        Assert.That(((int)exception.ErrorCode, exception.Kind), Is.EqualTo((errcode, kind)));
        Assert.That(Enum.IsDefined(exception.ErrorCode), Is.True);
        Assert.That(exception.ErrorMessage, Is.EqualTo("what WeChat says"));
        Assert.That(weChat.To(api.Path), Has.Count.EqualTo(kind == WeChatErrorKind.Busy ? 3 : errcode == 40001 ? 2 : 1));
    }

    [TestCase(1001, "wx.pluginLogin again")]
    [TestCase(1005, "another plugin")]
    [TestCase(1007, "wx.pluginLogin again")]
    public async Task GetPluginOpenPIdAsync_CodeThatIsRefused_SaysWhichCodeToAskFor(int errcode, string advice)
    {
        var api = UserApi.Of("getPluginOpenPId");
        using var weChat = new WeChatByPath().On(api.Path, Answers.Error(errcode, "no"));
        using var app = await TestApp.WithUserAsync(weChat);

        var exception = await Failure.OfAsync<WeChatApiException>(api.CallAsync(app.Users, CancellationToken.None));

        Assert.That(exception.Message, Does.Contain(advice).And.Not.Contain("call wx.login again"));
    }

    [TestCase("checkSessionKey", "[]")]
    [TestCase("ResetUserSessionKey", "{}")]
    [TestCase("checkEncryptedData", "{}")]
    [TestCase("checkEncryptedData", """{"errcode":0,"vaild":null,"valid":null}""")]
    [TestCase("getPluginOpenPId", "{}")]
    [TestCase("getPluginOpenPId", """{"openpid":""}""")]
    [TestCase("getPaidUnionid", "{}")]
    [TestCase("getPaidUnionid", """{"unionid":""}""")]
    [TestCase("getUserEncryptKey", "{}")]
    [TestCase("getUserEncryptKey", """{"key_info_list":null}""")]
    [TestCase("getUserEncryptKey", """{"key_info_list":[null]}""")]
    [TestCase("getUserEncryptKey", """{"key_info_list":[{"iv":"6003f73ec441c386"}]}""")]
    [TestCase("getUserEncryptKey", """{"key_info_list":[{"encrypt_key":"c2hvcnQ=","iv":"6003f73ec441c386"}]}""")]
    [TestCase("getUserEncryptKey", """{"key_info_list":[{"encrypt_key":"VI6BpyrK9XH4i4AIGe86tg==","iv":"short"}]}""")]
    public async Task Call_AnswerThatLacksSomething_IsUnavailable(string name, string body)
    {
        var api = UserApi.Of(name);
        using var weChat = new WeChatByPath().On(api.Path, body);
        using var app = await TestApp.WithUserAsync(weChat);

        await Failure.OfAsync<WeChatUnavailableException>(api.CallAsync(app.Users, CancellationToken.None));
    }

    [TestCase("unbound", 40029)]
    [TestCase("paid by nobody", 89300)]
    [TestCase("no such user", 40003)]
    [TestCase("without an Open Platform account", 89002)]
    [TestCase("plugin code", 1007)]
    public async Task Call_RefusedByTheSandbox_IsToldOverRealHttp(string what, int errcode)
    {
        await using var server = await SandboxServer.StartAsync();
        using var app = TestApp.At(server);
        server.Sandbox.Login("o1", "u1");
        server.Sandbox.Login("o2");
        Task call = what switch
        {
            "unbound" => app.Users.GetPhoneNumberAsync("no code at all"),
            "paid by nobody" => app.Users.GetPaidUnionIdAsync("o1", PaidOrder.ByTransaction("t0")),
            "no such user" => app.Users.GetPaidUnionIdAsync("o9", PaidOrder.ByTransaction("t0")),
            "without an Open Platform account" => app.Users.GetPaidUnionIdAsync("o2", PaidOrder.ByTransaction("t0")),
            _ => app.Users.GetPluginOpenPIdAsync("a login code"),
        };

        Assert.That((int)(await Failure.OfAsync<WeChatApiException>(call)).ErrorCode, Is.EqualTo(errcode));
    }
}
