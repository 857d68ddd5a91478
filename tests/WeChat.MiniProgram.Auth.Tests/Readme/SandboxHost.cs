using Microsoft.AspNetCore.Builder;
using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The sandbox as a program of its own.</summary>
internal static class SandboxHost
{
    public static WebApplication Build(params string[] args)
    {
        // README begins
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddWeChatSandbox();
        var app = builder.Build();
        app.MapWeChatSandbox();

        // README ends
        return app;
    }
}
