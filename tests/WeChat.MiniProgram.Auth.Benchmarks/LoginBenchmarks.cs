using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>A login over loopback HTTP, beside a raw <see cref="HttpClient"/> of the same factory.</summary>
[MemoryDiagnoser]
public class LoginBenchmarks
{
    private QuickServer server = null!;
    private ServiceProvider services = null!;
    private IHttpClientFactory clients = null!;
    private IMiniProgramLogin login = null!;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        server = await QuickServer.StartAsync(QuickServer.Session);
        services = Host.Create(options => options.BaseAddress = server.Address);
        clients = services.GetRequiredService<IHttpClientFactory>();
        login = services.GetRequiredService<IMiniProgramLogin>();
    }

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        await services.DisposeAsync();
        await server.DisposeAsync();
    }

    [Benchmark(Baseline = true)]
    public async Task<object?> Floor()
    {
        using var client = clients.CreateClient(Host.FloorClient);
        return await HandWritten.ExchangeAsync(client, server.Address, Profile.AppId, Host.AppSecret, QuickServer.Code);
    }

    [Benchmark]
    public async Task<object?> Login() => await login.LoginAsync(QuickServer.Code);
}
