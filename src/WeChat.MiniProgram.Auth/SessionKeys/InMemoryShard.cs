using Microsoft.Extensions.Caching.Memory;

namespace WeChat.MiniProgram.Auth;

/// <summary>A part of the users of one app, in a <see cref="MemoryCache"/> that forgets the least recently used first.</summary>
internal sealed class InMemoryShard : IDisposable
{
    // A full MemoryCache refuses the newcomer, and to make room it looks at every entry. A small one does that when it is full, one
    // user at a time; a large one before it is full, a twentieth at a time and off the caller's path.
    private const int SmallCapacity = 1000;
    private const int HeadroomDivisor = 20;

    private readonly TimeProvider timeProvider;
    private readonly MemoryCache cache;
    private readonly int capacity;
    private readonly int headroom;
    private readonly object addGate = new();
    private readonly object trimGate = new();
    private int atMost;
    private int trimScheduled;

    public InMemoryShard(int capacity, TimeProvider timeProvider)
    {
        this.capacity = capacity;
        this.timeProvider = timeProvider;
        headroom = capacity <= SmallCapacity ? 0 : capacity / HeadroomDivisor;
        cache = new MemoryCache(new MemoryCacheOptions { SizeLimit = capacity, Clock = TimeProviderClock.For(timeProvider) });
    }

    public void Add(object user, SessionKey sessionKey, DateTimeOffset expiresAt)
    {
        // MemoryCache has no atomic update: without the gate, two logins of one user could each drop the other's key.
        lock (addGate)
        {
            if (cache.TryGetValue(user, out StoredKeys? stored))
            {
                Set(user, stored!.With(sessionKey, expiresAt));
            }
            else
            {
                AddNewcomer(user, new(sessionKey, expiresAt));
            }
        }
    }

    public IReadOnlyList<SessionKey> Get(object user)
    {
        if (!cache.TryGetValue(user, out StoredKeys? stored))
        {
            return [];
        }

        // The cache has looked at the clock for the newest key, and a look costs a third of a read.
        return stored!.Count == 1 ? stored : stored.ValidAt(timeProvider.GetUtcNow());
    }

    public void Remove(object user)
    {
        lock (addGate)
        {
            cache.Remove(user);
        }
    }

    public void Dispose() => cache.Dispose();

    private void Set(object user, StoredKeys keys) =>
        cache.Set(user, keys, new MemoryCacheEntryOptions { AbsoluteExpiration = keys.NewestExpiresAt, Size = 1 });

    private void AddNewcomer(object user, StoredKeys keys)
    {
        MakeRoom();

        // A trim takes an entry away a moment before its size, and between the two the cache still refuses.
        for (var spinner = default(SpinWait); !TrySet(user, keys); spinner.SpinOnce())
        {
            atMost = capacity;
            MakeRoom();
        }
    }

    /// <summary>False when the cache refused; a clock that has jumped past the lifetime looks the same, and ends it.</summary>
    private bool TrySet(object user, StoredKeys keys)
    {
        Set(user, keys);
        return cache.TryGetValue(user, out _) || timeProvider.GetUtcNow() >= keys.NewestExpiresAt;
    }

    private void MakeRoom()
    {
        // Only newcomers make the users more. To count them takes every lock of the cache, so it waits until they can be too many.
        if (atMost >= capacity - headroom)
        {
            atMost = cache.Count;
            if (atMost >= capacity)
            {
                lock (trimGate)
                {
                    Trim(toAtMost: capacity - 1);
                }

                atMost = capacity - 1;
            }
            else if (atMost >= capacity - headroom && Interlocked.Exchange(ref trimScheduled, 1) == 0)
            {
                _ = Task.Run(TrimInBackground);
            }
        }

        atMost++;
    }

    private void TrimInBackground()
    {
        try
        {
            lock (trimGate)
            {
                Trim(toAtMost: capacity - headroom);
            }
        }
        finally
        {
            Volatile.Write(ref trimScheduled, 0);
        }
    }

    private void Trim(int toAtMost)
    {
        var excess = cache.Count - toAtMost;
        if (excess > 0)
        {
            // Those that have expired go first. Half an entry more than the excess, because the cache rounds the product down.
            cache.Compact((Math.Max(excess, headroom) + 0.5) / cache.Count);
        }
    }
}
