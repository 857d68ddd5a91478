using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The store over a real server, by the cache that hosts use with Redis.</summary>
public sealed class GarnetSessionKeyStoreTests : SessionKeyStoreContract
{
    private GarnetInProcess server = null!;

    [OneTimeSetUp]
    public void StartServer() => server = new GarnetInProcess();

    [OneTimeTearDown]
    public void StopServer() => server.Dispose();

    [SetUp]
    public async Task ForgetUserAsync() => await Store.RemoveAsync(User);

    [Test]
    public async Task TwoHosts_WithOneCacheAndOneKeyRing_ShareKeys()
    {
        var keyRing = new EphemeralDataProtectionProvider();
        using var first = Host(_ => { }, keyRing);
        using var second = Host(_ => { }, keyRing);
        var user = User with { OpenId = "oShared" };

        await first.SessionKeys.AddAsync(user, A);
        await second.SessionKeys.AddAsync(user, B);

        Assert.That(await first.SessionKeys.GetAsync(user), Is.EqualTo(new[] { B, A }));
    }

    [Test]
    public async Task TwoHosts_WithKeyRingsOfTheirOwn_DoNotOpenEachOthersEntries()
    {
        using var first = Host(_ => { }, new EphemeralDataProtectionProvider());
        using var second = Host(_ => { }, new EphemeralDataProtectionProvider());
        var user = User with { OpenId = "oNotShared" };

        await first.SessionKeys.AddAsync(user, A);

        Assert.That(await second.SessionKeys.GetAsync(user), Is.Empty);
    }

    [Test]
    public async Task AddAsync_LifetimeOver_IsGoneFromTheServer()
    {
        using var app = Host(options => options.SessionKeyLifetime = TimeSpan.FromMilliseconds(50), new EphemeralDataProtectionProvider());
        var user = User with { OpenId = "oBrief" };
        await app.SessionKeys.AddAsync(user, A);

        // The app's own clock stands still, so only the server can have let the entry go.
        var waits = 0;
        while ((await app.SessionKeys.GetAsync(user)).Count > 0 && waits++ < 100)
            await Task.Delay(50);

        Assert.That(await app.SessionKeys.GetAsync(user), Is.Empty);
    }

    private protected override TestApp CreateApp(Action<WeChatMiniProgramOptions> configure) =>
        Host(configure, new EphemeralDataProtectionProvider());

    private TestApp Host(Action<WeChatMiniProgramOptions> configure, IDataProtectionProvider keyRing) => new(
        configure,
        builder => builder.UseDistributedSessionKeyStore(),
        services =>
        {
            services.AddStackExchangeRedisCache(options => options.Configuration = server.Configuration);
            services.AddSingleton(keyRing);
        });
}
