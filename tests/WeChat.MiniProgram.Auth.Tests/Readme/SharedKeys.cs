using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The ways to share Data Protection keys that the docs show.</summary>
internal static class SharedKeys
{
    public static void InRedis(GuideBuilder builder, string address, X509Certificate2 certificate)
    {
        // README begins
        var options = ConfigurationOptions.Parse(address); // "redis.internal:6379"
        options.AbortOnConnectFail = false; // the host can start before Redis does
        options.BacklogPolicy = BacklogPolicy.FailFast; // while Redis is down, fail at once, not after SessionKeyStoreTimeout
        var redis = ConnectionMultiplexer.Connect(options);

        builder.Services.AddStackExchangeRedisCache(cache => cache.ConnectionMultiplexerFactory = () => Task.FromResult<IConnectionMultiplexer>(redis));
        builder.Services.AddDataProtection()
            .SetApplicationName("shop")
            .PersistKeysToStackExchangeRedis(redis, "shop-data-protection-keys")
            .ProtectKeysWithCertificate(certificate);
        builder.Services.AddWeChatMiniProgram().UseDistributedSessionKeyStore();

        // README ends
    }

    public static void OnAFileShare(GuideBuilder builder, DirectoryInfo folder, X509Certificate2 certificate)
    {
        // README begins
        builder.Services.AddDataProtection()
            .SetApplicationName("shop")
            .PersistKeysToFileSystem(folder) // new DirectoryInfo("/mnt/shared/keys")
            .ProtectKeysWithCertificate(certificate);

        // README ends
    }

    public static void WithANewCertificate(
        GuideBuilder builder, DirectoryInfo folder, X509Certificate2 certificate, X509Certificate2 previousCertificate)
    {
        // README begins
        builder.Services.AddDataProtection()
            .SetApplicationName("shop")
            .PersistKeysToFileSystem(folder)
            .ProtectKeysWithCertificate(certificate)
            .UnprotectKeysWithAnyCertificate(previousCertificate);

        // README ends
    }
}
