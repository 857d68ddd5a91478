using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The lines of a host behind a load balancer that both READMEs show.</summary>
internal static class SharedHost
{
    public static void AddTo(WebApplicationBuilder builder)
    {
        // README begins
        builder.Services.AddStackExchangeRedisCache(redis => redis.Configuration = "redis.internal:6379");
        builder.Services.AddDataProtection().SetApplicationName("shop").PersistKeysToFileSystem(new("/mnt/shared/keys"));
        builder.Services.AddWeChatMiniProgram().UseDistributedSessionKeyStore();

        // README ends
    }
}
