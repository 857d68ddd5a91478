using System.Buffers.Binary;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>What is inside the seal: hosts of two versions of the package share a cache during an update.</summary>
public sealed class SealedValueTests
{
    private static readonly SessionKeyOwner User = new(TestApp.AppId, "oUser");
    private static readonly DateTimeOffset Expiry = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000) + TimeSpan.FromDays(3);

    private readonly TransparentCache cache = new();
    private readonly CapturedLog log = new();
    private TestApp app = null!;

    [SetUp]
    public void CreateApp() => app = new(build: builder => builder.UseDistributedSessionKeyStore(), services: services =>
    {
        services.AddSingleton<IDistributedCache>(cache);
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddLogging(logging => logging.AddProvider(log));
    });

    [TearDown]
    public void DisposeApp() => app.Dispose();

    [OneTimeTearDown]
    public void DisposeLog() => log.Dispose();

    [Test]
    public async Task AddAsync_TwoKeys_AreWrittenAsVersion1()
    {
        await app.SessionKeys.AddAsync(User, new("previous"));
        await app.SessionKeys.AddAsync(User, new("newest"));

        Assert.That(await UnsealedAsync(), Is.EqualTo(Value(version: 1, KeyOf("newest"), KeyOf("previous"))));
    }

    [Test]
    public async Task GetAsync_Version1_IsRead()
    {
        await SealAsync(Value(version: 1, KeyOf("newest"), KeyOf("previous")));

        Assert.That((await app.SessionKeys.GetAsync(User)).Select(key => key.Reveal()), Is.EqualTo(["newest", "previous"]));
    }

    private static IEnumerable<TestCaseData> Unreadable()
    {
        yield return Row("nothing", [], "another version");
        yield return Row("version 0", Value(version: 0, KeyOf("key")), "another version");
        yield return Row("version 2", Value(version: 2, KeyOf("key")), "another version");
        yield return Row("no key", Value(version: 1), "cut off");
        yield return Row("expiry cut off", Value(version: 1, KeyOf("key")[..7]), "cut off");
        yield return Row("length cut off", Value(version: 1, KeyOf("key")[..11]), "cut off");
        yield return Row("text absent", Value(version: 1, KeyOf("key")[..12]), "cut off");
        yield return Row("text cut off", Value(version: 1, KeyOf("key")[..^1]), "cut off");
        yield return Row("text empty", Value(version: 1, KeyOf("")), "cut off");
        yield return Row("length negative", Value(version: 1, KeyOf("key", length: -1)), "cut off");
        yield return Row("length of all memory", Value(version: 1, KeyOf("key", length: int.MaxValue)), "cut off");
        yield return Row("a byte too many", Value(version: 1, KeyOf("newest"), KeyOf("previous"), [0]), "too long");
        yield return Row("a third key", Value(version: 1, KeyOf("newest"), KeyOf("previous"), KeyOf("third")), "too long");
        yield return Row("expiry past the calendar", Value(version: 1, KeyOf("key", expiry: long.MaxValue)), "ArgumentOutOfRangeException");
    }

    [TestCaseSource(nameof(Unreadable))]
    public async Task GetAsync_ValueThatCannotBeRead_IsNoKeyAndAWarning(byte[] value, string reason)
    {
        await SealAsync(value);
        var before = log.Ours.Count;

        Assert.That(await app.SessionKeys.GetAsync(User), Is.Empty);

        var entry = log.Ours.Skip(before).Single();
        Assert.That((entry.Level, entry.EventId), Is.EqualTo((LogLevel.Warning, 7)));
        Assert.That(entry.Text, Does.Contain(TestApp.AppId).And.Contain($"({reason})"));
        Assert.That(entry.Everything, Does.Not.Contain(User.OpenId).And.Not.Contain("newest"));
    }

    [TestCase("", "oUser")]
    [TestCase(TestApp.AppId, "")]
    public void AnyCall_OwnerWithoutAppIdOrOpenId_IsTheCallersMistake(string appId, string openId)
    {
        var owner = new SessionKeyOwner(appId, openId);

        Assert.That(async () => await app.SessionKeys.AddAsync(owner, new("key")), Throws.ArgumentException);
        Assert.That(async () => await app.SessionKeys.GetAsync(owner), Throws.ArgumentException);
        Assert.That(async () => await app.SessionKeys.RemoveAsync(owner), Throws.ArgumentException);
    }

    private static TestCaseData Row(string name, byte[] value, string reason) => new TestCaseData(value, reason).SetArgDisplayNames(name);

    private static byte[] Value(byte version, params byte[][] keys) => [version, .. keys.SelectMany(key => key)];

    private static byte[] KeyOf(string text, int? length = null, long? expiry = null)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var head = new byte[sizeof(long) + sizeof(int)];
        BinaryPrimitives.WriteInt64LittleEndian(head, expiry ?? Expiry.ToUnixTimeMilliseconds());
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(sizeof(long)), length ?? bytes.Length);
        return [.. head, .. bytes];
    }

    private async Task<byte[]> UnsealedAsync() => (await ProtectorAsync()).Unprotect(cache.Entries.Values.Single());

    private async Task SealAsync(byte[] value) => cache.Entries[await NameAsync()] = (await ProtectorAsync()).Protect(value);

    private async Task<IDataProtector> ProtectorAsync() =>
        app.Get<IDataProtectionProvider>().CreateProtector("WeChat.MiniProgram.Auth.SessionKeys").CreateProtector(await NameAsync());

    private async Task<string> NameAsync()
    {
        if (cache.Entries.IsEmpty)
            await app.SessionKeys.AddAsync(User, new("any"));

        return cache.Entries.Keys.Single();
    }
}
