using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>Logins over loopback HTTP, beside a raw <see cref="HttpClient"/> of the same factory.</summary>
[MemoryDiagnoser]
public abstract class LoopbackBenchmarks(byte[] answer)
{
    private QuickServer server = null!;
    private ServiceProvider services = null!;
    private IHttpClientFactory clients = null!;
    private IMiniProgramLogin login = null!;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        server = await QuickServer.StartAsync(answer);
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

    protected Task<MiniProgramUser> LoginAsync() => login.LoginAsync(QuickServer.Code);

    private protected async Task<FloorSession?> ExchangeByHandAsync()
    {
        using var client = clients.CreateClient(Host.FloorClient);
        return await HandWritten.ExchangeAsync(client, server.Address, Profile.AppId, Host.AppSecret, QuickServer.Code);
    }
}
