using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using StackExchange.Redis;

namespace LoginApi;

internal static class HostState
{
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(1);

    /// <summary>All in memory; or, with <c>ConnectionStrings:Redis</c>, shared by any number of hosts.</summary>
    public static void AddState(this WebApplicationBuilder builder, IWeChatMiniProgramBuilder miniProgram)
    {
        var health = builder.Services.AddSingleton<ProfileStore>().AddDistributedMemoryCache().AddHealthChecks();
        var dataProtection = builder.Services.AddDataProtection().SetApplicationName("LoginApi");
        if (builder.Configuration.GetConnectionString("Redis") is not { Length: > 0 } address)
            return;

        var redis = ConnectionMultiplexer.Connect(address);
        builder.Services.AddStackExchangeRedisCache(cache =>
            cache.ConnectionMultiplexerFactory = () => Task.FromResult<IConnectionMultiplexer>(redis));
        miniProgram.UseDistributedSessionKeyStore();
        dataProtection.PersistKeysToStackExchangeRedis(redis); // add ProtectKeysWithCertificate: who reads these keys can make tokens
        health.AddAsyncCheck("redis", async () =>
            await redis.GetDatabase().PingAsync() < Prompt ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded());
    }
}
