
namespace WeChat.MiniProgram.Auth.Tests;

public sealed class InMemorySessionKeyStoreCapacityTests
{
    private static readonly SessionKey Key = new("key");
    private static readonly SessionKey NewKey = new("new key");

    [Test]
    public async Task AddAsync_OneMoreThanTheCapacity_ForgetsTheLeastRecentlyUsed()
    {
        using var app = AppWith(capacity: 10);
        await AddAsync(app, 0, 10);

        // Reading user 0 makes user 1 the least recently used.
        Assert.That(await app.SessionKeys.GetAsync(User(0)), Is.Not.Empty);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        await AddAsync(app, 10, 1);

        Assert.That(await RetainedAsync(app, 11), Is.EqualTo(Enumerable.Range(0, 11).Except([1])));
    }

    [TestCase(100)]
    [TestCase(1000)]
    public async Task AddAsync_OneMoreThanASmallCapacity_IsAcceptedAndTheOldestGoes(int capacity)
    {
        using var app = AppWith(capacity);
        await AddAsync(app, 0, capacity + 1);

        Assert.That(await RetainedAsync(app, capacity + 1), Is.EqualTo(Enumerable.Range(1, capacity)));
    }

    [Test]
    public async Task AddAsync_EachBeyondTheCapacity_CanBeReadAtOnce()
    {
        using var app = AppWith(capacity: 10);
        for (var i = 0; i < 100; i++)
        {
            await AddAsync(app, i, 1);
            Assert.That(await app.SessionKeys.GetAsync(User(i)), Is.EqualTo(new[] { Key }));
        }

        Assert.That(await RetainedAsync(app, 100), Is.EqualTo(Enumerable.Range(90, 10)));
    }

    [Test]
    public async Task AddAsync_CapacityOfOne_KeepsTheNewestUser()
    {
        using var app = AppWith(capacity: 1);
        await AddAsync(app, 0, 3);
        await app.SessionKeys.AddAsync(User(2), NewKey);

        Assert.That(await RetainedAsync(app, 3), Is.EqualTo(Enumerable.Range(2, 1)));
        Assert.That(await app.SessionKeys.GetAsync(User(2)), Is.EqualTo(new[] { NewKey, Key }));
    }

    [Test]
    public async Task AddAsync_KnownUserWhenFull_ForgetsNobody()
    {
        using var app = AppWith(capacity: 10);
        await AddAsync(app, 0, 10);
        for (var i = 0; i < 10; i++)
            await app.SessionKeys.AddAsync(User(i), NewKey);

        Assert.That(await RetainedAsync(app, 10), Is.EqualTo(Enumerable.Range(0, 10)));
        Assert.That(await app.SessionKeys.GetAsync(User(0)), Is.EqualTo(new[] { NewKey, Key }));
    }

    [Test]
    public async Task AddAsync_FullOfExpiredUsers_ForgetsThoseFirst()
    {
        using var app = AppWith(capacity: 10);
        await AddAsync(app, 0, 1);
        app.Time.Advance(TimeSpan.FromMinutes(59.5));
        await AddAsync(app, 1, 9);

        // User 0 was read last and has expired; user 1 is the least recently used.
        Assert.That(await app.SessionKeys.GetAsync(User(0)), Is.Not.Empty);

        // Within a minute of its last look for expired entries, the cache does not look again on another thread.
        app.Time.Advance(TimeSpan.FromSeconds(40));
        await AddAsync(app, 10, 1);

        Assert.That(await RetainedAsync(app, 11), Is.EqualTo(Enumerable.Range(1, 10)));
    }

    [Test]
    public async Task AddAsync_ManyThreadsIntoAFullStore_AcceptsEveryNewcomer()
    {
        const int Capacity = 50;
        const int Threads = 8;
        const int Rounds = 125;
        using var app = AppWith(Capacity);
        for (var round = 0; round < Rounds; round++)
        {
            var first = round * Threads;
            await Task.WhenAll(Enumerable.Range(first, Threads).Select(user =>
                Task.Run(async () => await app.SessionKeys.AddAsync(User(user), Key))));

            for (var user = first; user < first + Threads; user++)
                Assert.That(await app.SessionKeys.GetAsync(User(user)), Is.EqualTo(new[] { Key }), $"user {user}");

            app.Time.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.That(await RetainedAsync(app, Rounds * Threads), Has.Count.InRange(Threads, Capacity));
    }

    [Test]
    public async Task AddAsync_NearlyFull_MakesRoomInTheBackground()
    {
        using var app = AppWith(capacity: 2_000);
        await AddAsync(app, 0, 1_950);

        // A read makes a user the most recently used, so each one is asked for once.
        var gone = false;
        for (var user = 0; user < 90 && !gone; user++)
        {
            gone = (await app.SessionKeys.GetAsync(User(user))).Count == 0;
            await Task.Delay(gone ? 0 : 5 * user); // 20 seconds in all, where the machine needs them
        }

        Assert.That(gone, Is.True);
        var retained = await RetainedAsync(app, 1_950);
        Assert.That(retained, Has.Count.GreaterThanOrEqualTo(1_700));
        Assert.That(retained, Is.SupersetOf(Enumerable.Range(250, 1_700)));
    }

    [Test]
    public async Task AddAsync_NearlyFullAgainAndAgain_MakesRoomInTheBackgroundEachTime()
    {
        using var app = AppWith(capacity: 2_000);
        await AddAsync(app, 0, 1_900);
        for (var first = 1_900; first < 2_600; first += 10)
        {
            await AddAsync(app, first, 10);
            await Task.Delay(1);
        }

        // Without it the store would be at its capacity just now.
        await Eventually.IsTrueAsync(async () => (await RetainedAsync(app, 2_600)).Count <= 1_950);
    }

    [Test]
    public async Task AddAsync_FarBeyondALargeCapacity_KeepsTheNewest()
    {
        using var app = AppWith(capacity: 2_000);
        await AddAsync(app, 0, 5_000);

        var retained = await RetainedAsync(app, 5_000);

        Assert.That(retained, Has.Count.InRange(1_700, 2_000));
        Assert.That(retained, Is.SupersetOf(Enumerable.Range(3_300, 1_700)));
    }

    [Test]
    public async Task AddAsync_FarBeyondACapacityOfSeveralShards_KeepsTheNewest()
    {
        using var app = AppWith(capacity: 40_000);
        await AddAsync(app, 0, 60_000);

        var retained = await RetainedAsync(app, 60_000);

        Assert.That(retained, Has.Count.InRange(34_000, 40_000));
        Assert.That(retained, Is.SupersetOf(Enumerable.Range(30_000, 30_000)));
    }

    private static TestApp AppWith(int capacity) => new(options =>
    {
        options.SessionKeyCapacity = capacity;
        options.SessionKeyLifetime = TimeSpan.FromHours(1);
    });

    private static SessionKeyOwner User(int number) => new(TestApp.AppId, $"o{number}");

    // Each at a time of its own, which is what "least recently used" goes by.
    private static async Task AddAsync(TestApp app, int first, int count)
    {
        for (var i = first; i < first + count; i++)
        {
            await app.SessionKeys.AddAsync(User(i), Key);
            app.Time.Advance(TimeSpan.FromMilliseconds(1));
        }
    }

    // From the newest down: a read counts as a use, and a trim that still runs in the background must find the oldest unread.
    private static async Task<List<int>> RetainedAsync(TestApp app, int users)
    {
        var retained = new List<int>();
        for (var i = users - 1; i >= 0; i--)
        {
            if ((await app.SessionKeys.GetAsync(User(i))).Count > 0)
                retained.Add(i);
        }

        retained.Reverse();
        return retained;
    }
}
