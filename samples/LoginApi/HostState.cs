using StackExchange.Redis;

namespace LoginApi;

internal static class HostState
{
    /// <summary>All in memory; or, with <c>ConnectionStrings:Redis</c>, shared by any number of hosts.</summary>
    public static void AddState(this WebApplicationBuilder builder, IWeChatMiniProgramBuilder miniProgram)
    {
        var health = builder.Services.AddSingleton<ProfileStore>().AddDistributedMemoryCache().AddHealthChecks();
        var app = $"LoginApi {builder.Configuration["WeChatMiniProgram:AppId"]}"; // a token of one mini program is none of another
        var dataProtection = builder.Services.AddDataProtection().SetApplicationName(app);
        if (builder.Configuration.GetConnectionString("Redis") is not { Length: > 0 } address)
            return;

        // The host can start before Redis does. While Redis hangs, a request waits for a second; while it is down, not at all.
        var options = ConfigurationOptions.Parse($"abortConnect=false,asyncTimeout=1000,syncTimeout=1000,{address}");
        options.BacklogPolicy = BacklogPolicy.FailFast;
        var redis = ConnectionMultiplexer.Connect(options);
        builder.Services.AddStackExchangeRedisCache(cache =>
            cache.ConnectionMultiplexerFactory = () => Task.FromResult<IConnectionMultiplexer>(redis));
        miniProgram.UseDistributedSessionKeyStore();
        dataProtection.PersistKeysToStackExchangeRedis(redis); // add ProtectKeysWithCertificate: who reads these keys can make tokens
        health.AddAsyncCheck("redis", async () => HealthCheckResult.Healthy($"{await redis.GetDatabase().PingAsync()}"));
    }
}
