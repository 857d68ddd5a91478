using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Polly;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The ways to configure the package that the guide shows.</summary>
internal static class HostSettings
{
    public static void InCode(GuideBuilder builder)
    {
        // README begins
        builder.Services.AddWeChatMiniProgram(options =>
        {
            options.AppId = "wx0123456789abcdef";
            options.AppSecret = builder.Configuration["Vault:WeChatAppSecret"]!;
            options.SessionKeyLifetime = TimeSpan.FromDays(7);
        });

        // README ends
    }

    public static void Proxy(GuideBuilder builder)
    {
        // README begins
        builder.Services.AddWeChatMiniProgram().HttpClient.ConfigurePrimaryHttpMessageHandler((handler, _) =>
            ((SocketsHttpHandler)handler).Proxy = new WebProxy("http://proxy.internal:3128"));

        // README ends
    }

    public static void Limiter(GuideBuilder builder)
    {
        // README begins
        builder.Services.AddWeChatMiniProgram().ConfigureResilience(pipeline => pipeline.AddConcurrencyLimiter(
            new ConcurrencyLimiterOptions { PermitLimit = 200, QueueLimit = 1000 }));

        // README ends
    }

    public static void Telemetry(GuideBuilder builder)
    {
        // README begins
        builder.Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource(WeChatMiniProgramDiagnostics.ActivitySourceName))
            .WithMetrics(metrics => metrics.AddMeter(WeChatMiniProgramDiagnostics.MeterName));

        // README ends
    }
}
