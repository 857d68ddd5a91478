using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>A host in real time that keeps its session_keys in Redis, and one user of it. The cache fails fast, and else would wait a minute.</summary>
internal sealed class RedisHost : IDisposable
{
    private const string User = "oUserInTrouble";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CapturedLog log = new();
    private readonly Sandbox weChat;
    private readonly LoopbackApp app;

    public RedisHost(SandboxServer server, string redis, TimeSpan? storeTimeout = null)
    {
        weChat = server.Sandbox;
        app = new LoopbackApp(
            weChat,
            server.Address,
            log,
            options => options.SessionKeyStoreTimeout = storeTimeout ?? Patience,
            builder =>
            {
                builder.UseDistributedSessionKeyStore();
                builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
                builder.Services.AddStackExchangeRedisCache(cache => cache.ConfigurationOptions = OptionsFor(redis));
            });
    }

    public IReadOnlyList<LogEntry> Warnings => [.. log.Ours.Where(entry => entry.Level >= LogLevel.Warning)];

    /// <summary>Must succeed, whatever state the Redis is in.</summary>
    public async Task LoginAsync()
    {
        var user = await app.Login.LoginAsync(weChat.Login(User));
        Assert.That(user.OpenId, Is.EqualTo(User));
    }

    public async Task DecryptAsync()
    {
        var phone = weChat.Phone(User);
        var decrypted = await app.Login.DecryptAsync<UserPhoneNumber>(User, new(phone.EncryptedData, phone.Iv));
        Assert.That(decrypted.PurePhoneNumber, Is.EqualTo("13580006666"));
    }

    public Task LogoutAsync() => app.Login.LogoutAsync(User);

    /// <summary>Returns when a decryption has succeeded, with or without a new login before each try.</summary>
    public async Task RecoverAsync(bool byLogin)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                await (byLogin ? LoginAsync() : Task.CompletedTask);
                await DecryptAsync();
                return;
            }
            catch (Exception exception) when (
                exception is SessionKeyStoreException or SessionKeyNotFoundException && TimeProvider.System.GetElapsedTime(started) < Patience)
            {
                await Task.Delay(50);
            }
        }
    }

    public void Dispose()
    {
        app.Dispose();
        log.Dispose();
    }

    private static ConfigurationOptions OptionsFor(string redis)
    {
        var options = ConfigurationOptions.Parse(redis);
        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.AsyncTimeout = 60_000;
        options.ConnectTimeout = 2_000;
        options.HeartbeatInterval = TimeSpan.FromMilliseconds(100);
        options.ReconnectRetryPolicy = new LinearRetry(100);
        return options;
    }
}
