using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The store over a cache in memory, in which a test can look and meddle.</summary>
public sealed class DistributedSessionKeyStoreTests : SessionKeyStoreContract
{
    private const string SecretText = "tiihtNczf5v6AKRyjwEUhQ==";
    private static readonly SessionKey Secret = new(SecretText);
    private readonly TransparentCache cache = new();

    [SetUp]
    public void EmptyCache() => cache.Entries.Clear();

    [Test]
    public async Task AddAsync_Entry_ShowsNeitherKeyNorOwner()
    {
        await Store.AddAsync(User, Secret);

        var (name, value) = cache.Entries.Single();
        var shown = name + Encoding.Latin1.GetString(value);
        Assert.That(shown, Does.Not.Contain(User.OpenId).And.Not.Contain(User.AppId).And.Not.Contain(SecretText[..8]));
    }

    [Test]
    public async Task AddAsync_TwoKeysOfWeChats_TakeLessThan200Bytes()
    {
        await Store.AddAsync(User, Secret);
        await Store.AddAsync(User, new("HyVFkGl5F5OQWJZZaNzBBg=="));

        Assert.That(cache.Entries.Values.Single(), Has.Length.LessThan(200));
    }

    [Test]
    public async Task Store_AddAndGet_AskTheCacheAsRarelyAsCanBe()
    {
        var (reads, writes) = (cache.Reads, cache.Writes);
        await Store.AddAsync(User, A);
        Assert.That((cache.Reads - reads, cache.Writes - writes), Is.EqualTo((1, 1)));

        await Store.GetAsync(User);
        Assert.That((cache.Reads - reads, cache.Writes - writes), Is.EqualTo((2, 1)));
    }

    [Test]
    public async Task GetAsync_EntryCopiedToAnotherUserOrApp_DoesNotOpen([Values] bool otherApp)
    {
        var other = otherApp ? User with { AppId = "wx0000000000000002" } : User with { OpenId = "oOther" };
        await Store.AddAsync(User, A);
        var value = cache.Entries.Values.Single();
        await Store.AddAsync(other, B);
        var otherName = cache.Entries.Single(entry => !entry.Value.SequenceEqual(value)).Key;
        cache.Entries[otherName] = value;

        Assert.That(await Store.GetAsync(other), Is.Empty);
        Assert.That(await Store.GetAsync(User), Is.EqualTo(new[] { A }));
    }

    [Test]
    public async Task GetAsync_DamagedEntry_IsNoKeyAndTheNextLoginMendsIt([Range(0, 4)] int damage)
    {
        await Store.AddAsync(User, A);
        var (name, value) = cache.Entries.Single();
        cache.Entries[name] = damage switch
        {
            0 => [],
            1 => [1, 2, 3],
            2 => value[..^1],
            3 => [.. value[..^1], (byte)(value[^1] ^ 1)],
            _ => [.. value, 0],
        };

        Assert.That(await Store.GetAsync(User), Is.Empty);

        await Store.AddAsync(User, B);
        Assert.That(await Store.GetAsync(User), Is.EqualTo(new[] { B }));
    }

    [Test]
    public async Task AddAsync_SetsTheLifetimeInTheEngine()
    {
        await Store.AddAsync(User, A);

        Assert.That(cache.LastOptions!.AbsoluteExpirationRelativeToNow, Is.EqualTo(TimeSpan.FromHours(1)));
        Assert.That(cache.LastOptions.SlidingExpiration, Is.Null);
    }

    [Test]
    public async Task RemoveAsync_LeavesNothingInTheEngine()
    {
        await Store.AddAsync(User, A);
        await Store.RemoveAsync(User);

        Assert.That(cache.Entries, Is.Empty);
    }

    private protected override TestApp CreateApp(Action<WeChatMiniProgramOptions> configure) => new(
        configure,
        builder => builder.UseDistributedSessionKeyStore(),
        services =>
        {
            services.AddSingleton<IDistributedCache>(cache);
            services.AddDataProtection().UseEphemeralDataProtectionProvider();
        });
}
