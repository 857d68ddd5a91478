using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>
/// The sandbox with a fifth of its answers failing, in a process of its own, so that its memory and sockets do not count as the
/// package's. It ends when its standard input does.
/// </summary>
internal static class FaultyWeChat
{
    public const string Switch = "--faulty-wechat";

    private const int FaultsInHundred = 20;

    private static readonly SandboxFault[] Faults =
    [
        SandboxFault.Busy,
        SandboxFault.Status(503),
        SandboxFault.Empty,
        SandboxFault.Html,
        SandboxFault.TruncatedJson,
        SandboxFault.ResetBefore,
        SandboxFault.ResetAfter,
        SandboxFault.ResetMidBody,
        SandboxFault.Slow(TimeSpan.FromMilliseconds(50)),
        SandboxFault.Hang,
        SandboxFault.SlowDrip,
    ];

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.Services.AddWeChatSandbox(options => options.CallsPerMinute = int.MaxValue);
        await using var app = builder.Build();
        var sandbox = app.Services.GetRequiredService<Sandbox>();
        app.Use((HttpContext context, RequestDelegate next) =>
        {
            if (context.Request.Path.StartsWithSegments("/sns", StringComparison.Ordinal) && RandomNumberGenerator.GetInt32(100) < FaultsInHundred)
            {
                sandbox.Fail(Faults[RandomNumberGenerator.GetInt32(Faults.Length)]);
            }

            return next(context);
        });
        app.MapWeChatSandbox();
        await app.StartAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{app.Urls.Single()} {sandbox.AppId} {sandbox.AppSecret}"));
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }
}
