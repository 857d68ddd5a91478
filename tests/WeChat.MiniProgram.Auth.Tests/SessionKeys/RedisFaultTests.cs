using StackExchange.Redis;
using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>Logins and decryptions while a real Redis is down, hangs, is full or is cut off, and afterwards.</summary>
public sealed class RedisFaultTests
{
    private SandboxServer weChat = null!;
    private RedisServer redis = null!;

    [OneTimeSetUp]
    public async Task StartWeChatAsync()
    {
        RedisUnderTest.RequireProgram();
        weChat = await SandboxServer.StartAsync();
    }

    [OneTimeTearDown]
    public async Task StopWeChatAsync()
    {
        if (weChat is not null)
        {
            await weChat.DisposeAsync();
        }
    }

    [SetUp]
    public async Task StartRedisAsync() => redis = await RedisServer.StartNewAsync();

    [TearDown]
    public async Task StopRedisAsync() => await redis.DisposeAsync();

    [Test]
    public async Task Redis_KilledAndStartedAgain_CostsNoLogin()
    {
        using var host = new RedisHost(weChat, redis.Configuration);
        await host.LoginAsync();
        await host.DecryptAsync();

        await redis.KillAsync();

        await host.LoginAsync();
        AssertOneWarning(host, nameof(RedisConnectionException));
        var failure = await Failure.OfAsync<SessionKeyStoreException>(host.DecryptAsync());
        Assert.That(failure.InnerException, Is.TypeOf<RedisConnectionException>());

        await redis.StartAsync();
        await host.RecoverAsync(byLogin: true);
    }

    [Test]
    public async Task Redis_DownWhenTheHostStarts_IsUsedOnceItIsThere()
    {
        await redis.KillAsync();
        using var host = new RedisHost(weChat, redis.Configuration);

        await host.LoginAsync();
        AssertOneWarning(host, nameof(RedisConnectionException));

        await redis.StartAsync();
        await host.RecoverAsync(byLogin: true);
    }

    [Test]
    public async Task Redis_Paused_IsWaitedForNoLongerThanTheTimeout()
    {
        using var host = new RedisHost(weChat, redis.Configuration, storeTimeout: TimeSpan.FromSeconds(1));
        await host.RecoverAsync(byLogin: true);
        var warnings = host.Warnings.Count;

        await redis.PauseAsync();

        var started = TimeProvider.System.GetTimestamp();
        var failure = await Failure.OfAsync<SessionKeyStoreException>(host.DecryptAsync());
        var waited = TimeProvider.System.GetElapsedTime(started);
        await host.LoginAsync();
        Assert.That(failure.InnerException, Is.TypeOf<TimeoutException>());
        Assert.That(waited.TotalSeconds, Is.InRange(0.9, 20));
        Assert.That(host.Warnings, Has.Count.EqualTo(warnings + 1));

        await redis.ResumeAsync();
        await host.RecoverAsync(byLogin: false);
    }

    [Test]
    public async Task Redis_FullAndEvicting_AsksTheEvictedToLogInAndTakesNewKeys()
    {
        using var host = new RedisHost(weChat, redis.Configuration);
        using var engine = await ConnectAsync();
        await host.LoginAsync();
        await ConfigureAsync(engine, "maxmemory-policy", "allkeys-lru");
        await ConfigureAsync(engine, "maxmemory", "4mb");

        var entry = engine.GetServers()[0].Keys(pattern: "*SessionKeys*").Single();
        var filler = new byte[20_000];
        for (var i = 0; i < 20_000 && await engine.GetDatabase().KeyExistsAsync(entry); i++)
            await engine.GetDatabase().StringSetAsync($"filler{i}", filler);

        await Failure.OfAsync<SessionKeyNotFoundException>(host.DecryptAsync());
        await host.LoginAsync();
        await host.DecryptAsync();
        Assert.That(host.Warnings, Is.Empty);
    }

    [Test]
    public async Task Redis_FullAndNotEvicting_CostsNoLoginAndStillReadsAndForgets()
    {
        using var host = new RedisHost(weChat, redis.Configuration);
        using var engine = await ConnectAsync();
        await host.LoginAsync();
        await ConfigureAsync(engine, "maxmemory-policy", "noeviction");
        await ConfigureAsync(engine, "maxmemory", "1");

        await host.LoginAsync();
        AssertOneWarning(host, nameof(RedisServerException));
        await host.DecryptAsync();
        await host.LogoutAsync();
        await Failure.OfAsync<SessionKeyNotFoundException>(host.DecryptAsync());
    }

    [Test]
    public async Task Connection_CutInTheMiddleOfAReply_IsAFailureOfTheStoreAndMendsItself()
    {
        await using var proxy = new CuttingProxy(redis.Configuration);
        using var host = new RedisHost(weChat, proxy.Configuration);
        await host.LoginAsync();
        await host.DecryptAsync();

        proxy.CutAfter(bytes: 40);

        var failure = await Failure.OfAsync<SessionKeyStoreException>(host.DecryptAsync());
        Assert.That(failure.InnerException, Is.TypeOf<RedisConnectionException>());
        Assert.That(proxy.Cuts, Is.EqualTo(1));
        await host.RecoverAsync(byLogin: false);
    }

    private static void AssertOneWarning(RedisHost host, string reason) =>
        Assert.That(host.Warnings.Single(), Has.Property("EventId").EqualTo(5).And.Property("Text").Contain(reason));

    private static Task ConfigureAsync(ConnectionMultiplexer engine, string setting, string value) =>
        engine.GetServers()[0].ConfigSetAsync(setting, value);

    private async Task<ConnectionMultiplexer> ConnectAsync() =>
        await ConnectionMultiplexer.ConnectAsync($"{redis.Configuration},allowAdmin=true");
}
