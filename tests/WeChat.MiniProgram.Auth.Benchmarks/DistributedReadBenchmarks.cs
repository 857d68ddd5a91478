using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>What the distributed store adds to a read of the host's cache and the opening of what was read.</summary>
[MemoryDiagnoser]
public class DistributedReadBenchmarks
{
    private const string FloorEntry = "user";

    private readonly SessionKeyOwner owner = ScaleUser.Owner(0);
    private ServiceProvider services = null!;
    private ISessionKeyStore store = null!;
    private IDistributedCache cache = null!;
    private IDataProtector protector = null!;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        services = new ServiceCollection()
            .AddDistributedMemoryCache()
            .AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>()
            .AddWeChatMiniProgram(options => (options.AppId, options.AppSecret) = (ScaleUser.AppId, "unused"))
            .UseDistributedSessionKeyStore()
            .Services.BuildServiceProvider();
        store = services.GetRequiredService<ISessionKeyStore>();
        cache = services.GetRequiredService<IDistributedCache>();
        protector = services.GetRequiredService<IDataProtectionProvider>().CreateProtector("floor");
        await store.AddAsync(owner, ScaleUser.Key(0));
        await cache.SetAsync(FloorEntry, protector.Protect(Encoding.UTF8.GetBytes(ScaleUser.Key(0).Reveal())));
    }

    [GlobalCleanup]
    public void CleanUp() => services.Dispose();

    [Benchmark(Baseline = true)]
    public async Task<byte[]> GetAndUnprotect() => protector.Unprotect((await cache.GetAsync(FloorEntry))!);

    [Benchmark]
    public async Task<IReadOnlyList<SessionKey>> Store() => await store.GetAsync(owner);
}
