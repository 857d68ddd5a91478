using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The store over a real server, by the cache that hosts use with Redis.</summary>
public abstract class SharedServerContract : SessionKeyStoreContract
{
    /// <summary>Before the names of this run's entries, for a server that keeps other things too.</summary>
    private protected string Prefix { get; } = $"wechat-test-{Guid.NewGuid():N}-";

    private protected abstract string Configuration { get; }

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
    public async Task TwoHosts_ThatLogOneUserInAtTheSameMoment_KeepAtLeastOneOfTheKeys()
    {
        var keyRing = new EphemeralDataProtectionProvider();
        using var first = Host(_ => { }, keyRing);
        using var second = Host(_ => { }, keyRing);
        for (var round = 0; round < 20; round++)
        {
            var user = User with { OpenId = $"oRace{round}" };
            await Task.WhenAll(
                Task.Run(async () => await first.SessionKeys.AddAsync(user, A)),
                Task.Run(async () => await second.SessionKeys.AddAsync(user, B)));

            var keys = await first.SessionKeys.GetAsync(user);
            Assert.That(keys, Is.Not.Empty.And.SubsetOf(new[] { A, B }).And.Unique);
            Assert.That(await second.SessionKeys.GetAsync(user), Is.EqualTo(keys));
        }
    }

    [Test]
    public async Task AddAsync_LifetimeOver_IsGoneFromTheServer()
    {
        using var app = Host(options => options.SessionKeyLifetime = TimeSpan.FromSeconds(1), new EphemeralDataProtectionProvider());
        var user = User with { OpenId = "oBrief" };
        await app.SessionKeys.AddAsync(user, A);

        // The app's own clock stands still, so only the server can have let the entry go.
        var waits = 0;
        while ((await app.SessionKeys.GetAsync(user)).Count > 0 && waits++ < 400)
            await Task.Delay(50);

        Assert.That(await app.SessionKeys.GetAsync(user), Is.Empty);
    }

    private protected override TestApp CreateApp(Action<WeChatMiniProgramOptions> configure) =>
        Host(configure, new EphemeralDataProtectionProvider());

    private protected TestApp Host(Action<WeChatMiniProgramOptions> configure, IDataProtectionProvider keyRing) => new(
        configure,
        builder => builder.UseDistributedSessionKeyStore(),
        services =>
        {
            services.AddStackExchangeRedisCache(options => (options.Configuration, options.InstanceName) = (Configuration, Prefix));
            services.AddSingleton(keyRing);
        });
}
