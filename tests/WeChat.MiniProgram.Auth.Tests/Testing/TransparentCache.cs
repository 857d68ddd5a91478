using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Distributed;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>A distributed cache that shows what is in it and how often it was asked.</summary>
internal sealed class TransparentCache : IDistributedCache
{
    private int reads;
    private int writes;

    public ConcurrentDictionary<string, byte[]> Entries { get; } = new();

    public int Reads => reads;

    public int Writes => writes;

    public DistributedCacheEntryOptions? LastOptions { get; private set; }

    public byte[]? Get(string key)
    {
        Interlocked.Increment(ref reads);
        return Entries.TryGetValue(key, out var value) ? value : null;
    }

    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Task.FromResult(Get(key));

    public void Refresh(string key) => throw new NotSupportedException("A read must not renew a key.");

    public Task RefreshAsync(string key, CancellationToken token = default) => throw new NotSupportedException("A read must not renew a key.");

    public void Remove(string key) => Entries.TryRemove(key, out _);

    public Task RemoveAsync(string key, CancellationToken token = default)
    {
        Remove(key);
        return Task.CompletedTask;
    }

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options)
    {
        Interlocked.Increment(ref writes);
        LastOptions = options;
        Entries[key] = value;
    }

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        Set(key, value, options);
        return Task.CompletedTask;
    }
}
