using Microsoft.Extensions.Caching.Memory;

namespace WeChat.MiniProgram.Auth;

/// <summary>
/// The store that needs nothing: a private <see cref="MemoryCache"/> of one app, for a host on one machine. It holds at most
/// <see cref="WeChatMiniProgramOptions.SessionKeyCapacity"/> users and forgets the least recently used first.
/// </summary>
internal sealed class InMemorySessionKeyStore : ISessionKeyStore, IDisposable
{
    private const int Gates = 64;

    // A full MemoryCache refuses the newcomer, and to make room it looks at every entry. A small store does that when it is full, one
    // user at a time; a large one before it is full, a twentieth at a time and off the caller's path.
    private const int SmallCapacity = 1000;
    private const int HeadroomDivisor = 20;

    private readonly AppOptions options;
    private readonly TimeProvider timeProvider;
    private readonly MemoryCache cache;
    private readonly int capacity;
    private readonly int headroom;
    private readonly object trimGate = new();
    private readonly object[] ownerGates = new object[Gates];
    private int trimScheduled;

    public InMemorySessionKeyStore(AppOptions options, TimeProvider timeProvider)
    {
        this.options = options;
        this.timeProvider = timeProvider;
        capacity = options.Current.SessionKeyCapacity;
        headroom = capacity <= SmallCapacity ? 0 : capacity / HeadroomDivisor;
        cache = new MemoryCache(new MemoryCacheOptions { SizeLimit = capacity, Clock = new TimeProviderClock(timeProvider) });
        for (var i = 0; i < Gates; i++)
        {
            ownerGates[i] = new object();
        }
    }

    public ValueTask AddAsync(SessionKeyOwner owner, SessionKey sessionKey, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(sessionKey);
        cancellationToken.ThrowIfCancellationRequested();
        var expiresAt = timeProvider.GetUtcNow() + options.Current.SessionKeyLifetime;

        // MemoryCache has no atomic update: without the gate, two logins of one user could each drop the other's key.
        lock (GateOf(owner))
        {
            if (cache.TryGetValue(owner, out StoredKeys? stored))
            {
                Set(owner, stored!.With(sessionKey, expiresAt), expiresAt);
            }
            else
            {
                AddNewcomer(owner, new([sessionKey], expiresAt), expiresAt);
            }
        }

        return default;
    }

    public ValueTask<IReadOnlyList<SessionKey>> GetAsync(SessionKeyOwner owner, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(cache.TryGetValue(owner, out StoredKeys? stored) ? stored!.ValidAt(timeProvider.GetUtcNow()) : []);
    }

    public ValueTask RemoveAsync(SessionKeyOwner owner, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (GateOf(owner))
        {
            cache.Remove(owner);
        }

        return default;
    }

    public void Dispose() => cache.Dispose();

    private object GateOf(SessionKeyOwner owner) => ownerGates[owner.GetHashCode() & (Gates - 1)];

    private void Set(SessionKeyOwner owner, StoredKeys keys, DateTimeOffset expiresAt) =>
        cache.Set(owner, keys, new MemoryCacheEntryOptions { AbsoluteExpiration = expiresAt, Size = 1 });

    private void AddNewcomer(SessionKeyOwner owner, StoredKeys keys, DateTimeOffset expiresAt)
    {
        // Another thread may take the room just made, and then the cache refuses this user: make room again. A clock that has jumped
        // past the lifetime looks the same, and ends it.
        var spinner = default(SpinWait);
        while (!cache.TryGetValue(owner, out _) && timeProvider.GetUtcNow() < expiresAt)
        {
            MakeRoom();
            Set(owner, keys, expiresAt);
            spinner.SpinOnce();
        }
    }

    private void MakeRoom()
    {
        if (cache.Count >= capacity)
        {
            lock (trimGate)
            {
                Trim(toAtMost: capacity - 1);
            }
        }
        else if (cache.Count >= capacity - headroom && Interlocked.Exchange(ref trimScheduled, 1) == 0)
        {
            _ = Task.Run(TrimInBackground);
        }
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
        // Those that have expired do not count towards what is asked for below.
        cache.Compact(0);
        var excess = cache.Count - toAtMost;
        if (excess > 0)
        {
            // Half an entry more than the excess, because the cache rounds the product down.
            cache.Compact((Math.Max(excess, headroom) + 0.5) / cache.Count);
        }
    }
}
