using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Polly;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The ways to configure the package that the guide shows.</summary>
internal static class HostSettings
{
    public static void InCode(IServiceCollection services, IConfiguration configuration)
    {
        // README begins
        services.AddWeChatMiniProgram(options =>
        {
            options.AppId = "wx0123456789abcdef";
            options.AppSecret = configuration["Vault:WeChatAppSecret"]!;
            options.SessionKeyLifetime = TimeSpan.FromDays(7);
        });

        // README ends
    }

    public static void Proxy(IServiceCollection services)
    {
        // README begins
        services.AddWeChatMiniProgram().HttpClient.ConfigurePrimaryHttpMessageHandler((handler, _) =>
            ((SocketsHttpHandler)handler).Proxy = new WebProxy("http://proxy.internal:3128"));

        // README ends
    }

    public static void Limiter(IServiceCollection services)
    {
        // README begins
        services.AddWeChatMiniProgram().ConfigureResilience(pipeline => pipeline.AddConcurrencyLimiter(
            new ConcurrencyLimiterOptions { PermitLimit = 200, QueueLimit = 1000 }));

        // README ends
    }

    public static void Telemetry(IServiceCollection services)
    {
        // README begins
        services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource(WeChatMiniProgramDiagnostics.ActivitySourceName))
            .WithMetrics(metrics => metrics.AddMeter(WeChatMiniProgramDiagnostics.MeterName));

        // README ends
    }
}
