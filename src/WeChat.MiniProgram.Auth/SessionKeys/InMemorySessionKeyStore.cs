using Microsoft.Extensions.Caching.Memory;

namespace WeChat.MiniProgram.Auth;

/// <summary>
/// The store that needs nothing: private <see cref="MemoryCache"/>s of one app, for a host on one machine. It holds at most
/// <see cref="WeChatMiniProgramOptions.SessionKeyCapacity"/> users and forgets the least recently used first; a large one goes by that
/// order within each of its shards.
/// </summary>
internal sealed class InMemorySessionKeyStore : ISessionKeyStore, IDisposable
{
    // To grow and to make room, a cache goes through all of its entries: so many take a few milliseconds. Smaller shards would make
    // reads slower, because the objects of more caches have to be near the processor.
    private const int ShardCapacity = 16_000;
    private const int MaxShards = 1024;
    private const int SpreadLength = 4;
    private const uint GoldenRatio = 0x9E3779B9;

    private readonly AppOptions options;
    private readonly TimeProvider timeProvider;
    private readonly string appId;
    private readonly InMemoryShard[] shards;

    public InMemorySessionKeyStore(AppOptions options, TimeProvider timeProvider)
    {
        this.options = options;
        this.timeProvider = timeProvider;
        appId = options.Current.AppId;
        var capacity = options.Current.SessionKeyCapacity;
        shards = new InMemoryShard[Math.Min(Math.Max(capacity / ShardCapacity, 1), MaxShards)];
        for (var i = 0; i < shards.Length; i++)
        {
            shards[i] = new InMemoryShard(capacity / shards.Length, timeProvider);
        }
    }

    public ValueTask AddAsync(SessionKeyOwner owner, SessionKey sessionKey, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(sessionKey);
        cancellationToken.ThrowIfCancellationRequested();
        ShardOf(owner).Add(UserOf(owner), sessionKey, timeProvider.GetUtcNow() + options.Current.SessionKeyLifetime);
        return default;
    }

    public ValueTask<IReadOnlyList<SessionKey>> GetAsync(SessionKeyOwner owner, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(ShardOf(owner).Get(UserOf(owner)));
    }

    public ValueTask RemoveAsync(SessionKeyOwner owner, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ShardOf(owner).Remove(UserOf(owner));
        return default;
    }

    public void Dispose()
    {
        foreach (var shard in shards)
        {
            shard.Dispose();
        }
    }

    private InMemoryShard ShardOf(SessionKeyOwner owner)
    {
        Guard.NotNullOrEmpty(owner.OpenId);
        return shards[(int)(((ulong)SpreadOf(owner.OpenId) * (uint)shards.Length) >> 32)];
    }

    // The end of WeChat's openids is random, and enough to spread the users evenly; made-up ones that end alike would share a shard. The
    // cache hashes all of it, and that once more would cost a fifth of a read.
    private static uint SpreadOf(string openId)
    {
        var spread = 0u;
        for (var i = Math.Max(0, openId.Length - SpreadLength); i < openId.Length; i++)
        {
            spread = (spread + openId[i]) * GoldenRatio;
        }

        return spread;
    }

    // The app's own users, who are all of them as a rule, are known by the openid alone, which spares a copy of the owner on the heap.
    private object UserOf(SessionKeyOwner owner) => owner.AppId == appId ? owner.OpenId : owner;
}
