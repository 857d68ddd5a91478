using Microsoft.Extensions.Caching.Distributed;

namespace WeChat.MiniProgram.Auth.Fuzz;

/// <summary>A cache that has the same entry for everyone.</summary>
internal sealed class OneEntry : IDistributedCache
{
    public byte[] Entry { get; set; } = [];

    public byte[] Get(string key) => Entry;

    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Task.FromResult<byte[]?>(Entry);

    public void Refresh(string key)
    {
    }

    public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;

    public void Remove(string key)
    {
    }

    public Task RemoveAsync(string key, CancellationToken token = default) => Task.CompletedTask;

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => Entry = value;

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        Entry = value;
        return Task.CompletedTask;
    }
}
