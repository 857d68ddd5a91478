using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>What the stand-in for WeChat answers over real HTTP when something is wrong.</summary>
public sealed class SandboxErrorTests
{
    [Test]
    public async Task LoginAsync_UnknownAppId_IsMisconfigured()
    {
        var exception = await RefusalAsync(options => options.AppId = "wxunknown");

        Assert.That((exception.ErrorCode, exception.Kind), Is.EqualTo((WeChatErrorCode.InvalidAppId, WeChatErrorKind.Misconfigured)));
    }

    [Test]
    public async Task LoginAsync_WrongAppSecret_IsMisconfigured()
    {
        var exception = await RefusalAsync(options => options.AppSecret = "wrong");

        Assert.That((exception.ErrorCode, exception.Kind), Is.EqualTo((WeChatErrorCode.InvalidAppSecret, WeChatErrorKind.Misconfigured)));
    }

    [Test]
    public async Task LoginAsync_UnknownCode_IsRejected()
    {
        var exception = await RefusalAsync(code: "unknown");

        Assert.That((exception.ErrorCode, exception.Kind), Is.EqualTo((WeChatErrorCode.InvalidCode, WeChatErrorKind.CodeRejected)));
    }

    [Test]
    public async Task LoginAsync_TooOftenInAMinute_IsThrottled()
    {
        await using var server = await SandboxServer.StartAsync(options => options.CallsPerMinute = 2);
        using var app = TestApp.At(server);
        await app.Login.LoginAsync(server.Sandbox.Login("o1"));
        await app.Login.LoginAsync(server.Sandbox.Login("o1"));

        var exception = await Failure.OfAsync<WeChatApiException>(app.Login.LoginAsync(server.Sandbox.Login("o1")));

        Assert.That((exception.ErrorCode, exception.Kind), Is.EqualTo((WeChatErrorCode.MinuteLimit, WeChatErrorKind.Throttled)));
    }

    [Test]
    public async Task LoginAsync_BusyOnce_SucceedsAtTheSecondRequest()
    {
        await using var server = await SandboxServer.StartAsync();
        using var app = TestApp.At(server);
        server.Sandbox.Fail(SandboxFault.Busy);

        Assert.That((await app.Login.LoginAsync(server.Sandbox.Login("o1"))).OpenId, Is.EqualTo("o1"));
        Assert.That(server.Sandbox.RequestCount, Is.EqualTo(2));
    }

    [TestCase(40226, WeChatErrorKind.UserBlocked)]
    [TestCase(45009, WeChatErrorKind.Throttled)]
    [TestCase(40164, WeChatErrorKind.Misconfigured)]
    public async Task LoginAsync_ScheduledErrcode_IsTold(int errcode, WeChatErrorKind kind)
    {
        await using var server = await SandboxServer.StartAsync();
        using var app = TestApp.At(server);
        server.Sandbox.Fail(SandboxFault.ErrCode(errcode, "scheduled"));

        var exception = await Failure.OfAsync<WeChatApiException>(app.Login.LoginAsync(server.Sandbox.Login("o1")));

        Assert.That(((int)exception.ErrorCode, exception.Kind), Is.EqualTo((errcode, kind)));
        Assert.That(exception.RequestId, Is.Not.Null);
    }

    [TestCase(nameof(SandboxFault.Empty))]
    [TestCase(nameof(SandboxFault.Html))]
    [TestCase(nameof(SandboxFault.Gzip))]
    [TestCase(nameof(SandboxFault.ResetBefore))]
    [TestCase(nameof(SandboxFault.Redirect))]
    public async Task LoginAsync_FaultThatLeavesTheCode_IsSurvived(string fault)
    {
        await using var server = await SandboxServer.StartAsync();
        using var app = TestApp.At(server);
        server.Sandbox.Fail((SandboxFault)typeof(SandboxFault).GetProperty(fault)!.GetValue(null)!);

        Assert.That((await app.Login.LoginAsync(server.Sandbox.Login("o1"))).OpenId, Is.EqualTo("o1"));
    }

    private static async Task<WeChatApiException> RefusalAsync(Action<WeChatMiniProgramOptions>? configure = null, string? code = null)
    {
        await using var server = await SandboxServer.StartAsync();
        using var app = TestApp.At(server, configure);
        return await Failure.OfAsync<WeChatApiException>(app.Login.LoginAsync(code ?? server.Sandbox.Login("o1")));
    }
}
