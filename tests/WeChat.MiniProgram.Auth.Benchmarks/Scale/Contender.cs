using System.Text;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>Something that keeps a user's key: the package's store, or the bare cache that a host would call without it.</summary>
internal sealed record Contender(
    string Name, Action<SessionKeyOwner, SessionKey> Add, Func<SessionKeyOwner, bool> Read, IDisposable Resource) : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(3);

    public static Contender Store(int capacity)
    {
        var services = new ServiceCollection()
            .AddWeChatMiniProgram(options =>
                (options.AppId, options.AppSecret, options.SessionKeyCapacity) = (ScaleUser.AppId, "unused", capacity))
            .Services.BuildServiceProvider();
        var store = services.GetRequiredService<ISessionKeyStore>();
        return new(
            "the store",
            (owner, key) => Complete(store.AddAsync(owner, key)),
            owner => Complete(store.GetAsync(owner)).Count > 0,
            services);
    }

    /// <summary>Keyed by the user alone, as a host with one mini program would.</summary>
    public static Contender BareMemoryCache(int capacity)
    {
        var cache = new MemoryCache(new MemoryCacheOptions { SizeLimit = capacity });
        return new(
            "bare MemoryCache",
            (owner, key) => cache.Set(owner.OpenId, key, EntryOptions()),
            owner => cache.TryGetValue(owner.OpenId, out SessionKey? _),
            cache);
    }

    public static Contender BareDistributedCache()
    {
        var cache = new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions { SizeLimit = long.MaxValue }));
        return new(
            "bare IDistributedCache",
            (owner, key) => cache.SetAsync(owner.OpenId, Encoding.UTF8.GetBytes(key.Reveal()), new() { AbsoluteExpirationRelativeToNow = Lifetime })
                .GetAwaiter().GetResult(),
            owner => cache.GetAsync(owner.OpenId).GetAwaiter().GetResult() is not null,
            new ServiceCollection().BuildServiceProvider());
    }

    public void Dispose() => Resource.Dispose();

    private static MemoryCacheEntryOptions EntryOptions() => new() { AbsoluteExpirationRelativeToNow = Lifetime, Size = 1 };

    // All of them answer at once, so that nothing is waited for.
    private static T Complete<T>(ValueTask<T> call) => call.IsCompletedSuccessfully ? call.Result : call.AsTask().GetAwaiter().GetResult();

    private static void Complete(ValueTask call)
    {
        if (!call.IsCompletedSuccessfully)
            call.AsTask().GetAwaiter().GetResult();
    }
}
