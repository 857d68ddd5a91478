using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

// README begins
public sealed class OwnLoginTests
{
    [Test]
    public async Task Login_FreshCode_SucceedsOnce()
    {
        await using var weChat = await SandboxServer.StartAsync();
        await using var app = await StartAsync(weChat);
        var code = weChat.Sandbox.Login("oTestUser"); // what wx.login gives to the mini program

        Assert.That(await LoginAsync(app, code), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await LoginAsync(app, code), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Login_AnswerLost_AsksForANewCode()
    {
        await using var weChat = await SandboxServer.StartAsync();
        await using var app = await StartAsync(weChat);
        var code = weChat.Sandbox.Login("oTestUser");
        weChat.Sandbox.Fail(SandboxFault.ResetAfter); // WeChat has spent the code, and its answer does not arrive

        Assert.That(await LoginAsync(app, code), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(weChat.Sandbox.RequestCount, Is.EqualTo(2));
    }

    private static async Task<WebApplication> StartAsync(SandboxServer weChat)
    {
        var app = LoginEndpoint.Build(
            "--urls=http://127.0.0.1:0",
            "--Logging:LogLevel:Default=None",
            $"--WeChatMiniProgram:AppId={weChat.Sandbox.AppId}",
            $"--WeChatMiniProgram:AppSecret={weChat.Sandbox.AppSecret}",
            $"--WeChatMiniProgram:BaseAddress={weChat.Address}");
        await app.StartAsync();
        return app;
    }

    private static async Task<HttpStatusCode> LoginAsync(WebApplication app, string code)
    {
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var response = await client.PostAsJsonAsync("/login", code);
        return response.StatusCode;
    }
}

// README ends
