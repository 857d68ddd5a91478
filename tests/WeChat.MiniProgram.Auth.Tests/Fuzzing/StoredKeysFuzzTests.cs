using System.Text;
using CsCheck;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The values of the distributed store: damaged by whoever reaches the cache, or sealed by another version of the package.</summary>
public sealed class StoredKeysFuzzTests
{
    // Its buffers grow by doubling and stay in a pool, so that now and then one call pays for many.
    private const long PooledByDataProtection = 8 * 1024 * 1024;

    private static readonly SessionKeyOwner User = new(TestApp.AppId, Answers.OpenId);
    private static readonly SessionKey Newest = new("tiihtNczf5v6AKRyjwEUhQ==");
    private static readonly SessionKey Previous = new("HyVFkGl5F5OQWJZZaNzBBg==");

    private readonly TransparentCache cache = new();
    private TestApp app = null!;
    private string entry = null!;

    [OneTimeSetUp]
    public async Task StoreTwoKeysAsync()
    {
        app = new(build: builder => builder.UseDistributedSessionKeyStore(), services: services =>
        {
            services.AddSingleton<IDistributedCache>(cache);
            services.AddDataProtection().UseEphemeralDataProtectionProvider();
        });
        await app.SessionKeys.AddAsync(User, Previous);
        await app.SessionKeys.AddAsync(User, Newest);
        entry = cache.Entries.Keys.Single();
    }

    [OneTimeTearDown]
    public void DisposeApp() => app.Dispose();

    [Test]
    public Task GetAsync_DamagedEntry_IsNoKey()
    {
        var genuine = cache.Entries[entry];
        return Fuzzed.SampleAsync(
            Gen.OneOf(Hostile.Bytes, Hostile.Damaged(genuine).Where(bytes => !bytes.SequenceEqual(genuine))),
            async bytes => Assert.That(await GetAsync(bytes), Is.Empty));
    }

    [Test]
    public Task GetAsync_AnySealedValue_IsAtMostTwoKeysAndTheNextLoginMendsIt() => Fuzzed.SampleAsync(
        Gen.OneOf(Hostile.Bytes, Hostile.Damaged(Protector.Unprotect(cache.Entries[entry]))),
        async bytes =>
        {
            var keys = await GetAsync(Protector.Protect(bytes));

            Assert.That(keys, Has.Count.LessThanOrEqualTo(2));
            Assert.That(keys.Select(key => key.Reveal()), Has.None.Empty);

            await app.SessionKeys.AddAsync(User, Newest);
            Assert.That((await app.SessionKeys.GetAsync(User))[0], Is.EqualTo(Newest));
        });

    [Test]
    public Task AddAsync_AnyKey_IsReadAsItWas() => Fuzzed.SampleAsync(
        Gen.Select(Hostile.Text, Hostile.Text, Gen.Bool),
        async input =>
        {
            // Half of a surrogate pair has no UTF-8, and WeChat's answers are UTF-8.
            var (first, second) = (WellFormed(input.Item1), WellFormed(input.Item2));
            await app.SessionKeys.RemoveAsync(User);

            await app.SessionKeys.AddAsync(User, new(first));
            await app.SessionKeys.AddAsync(User, new(second));

            var keys = await app.SessionKeys.GetAsync(User);
            Assert.That(keys.Select(key => key.Reveal()), Is.EqualTo(first == second ? [first] : new[] { second, first }));
        });

    [Test]
    public Task GetAsync_LongSealedValue_AllocatesInProportionToIt() => Fuzzed.SampleAsync(
        Gen.Select(Gen.Int[0, 500_000], Gen.Byte),
        async input =>
        {
            cache.Entries[entry] = Protector.Protect([1, .. Enumerable.Repeat(input.Item2, input.Item1)]);

            var before = GC.GetAllocatedBytesForCurrentThread();
            await app.SessionKeys.GetAsync(User);

            Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(PooledByDataProtection + (8L * input.Item1)));
        },
        times: 50);

    private IDataProtector Protector =>
        app.Get<IDataProtectionProvider>().CreateProtector("WeChat.MiniProgram.Auth.SessionKeys").CreateProtector(entry);

    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text + "."));

    private async Task<IReadOnlyList<SessionKey>> GetAsync(byte[] value)
    {
        cache.Entries[entry] = value;
        return await app.SessionKeys.GetAsync(User);
    }
}
