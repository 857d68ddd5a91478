using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>A login that WeChat rejects, over loopback HTTP: beside the floor, the price is one exception.</summary>
[MemoryDiagnoser]
public class RejectedLoginBenchmarks
{
    private QuickServer server = null!;
    private ServiceProvider services = null!;
    private IHttpClientFactory clients = null!;
    private IMiniProgramLogin login = null!;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        server = await QuickServer.StartAsync(QuickServer.Rejection);
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
    public async Task<int> FloorThatThrows()
    {
        try
        {
            using var client = clients.CreateClient(Host.FloorClient);
            var session = await HandWritten.ExchangeAsync(client, server.Address, Profile.AppId, Host.AppSecret, QuickServer.Code);
            throw new InvalidOperationException($"errcode {session!.ErrorCode}: {session.ErrorMessage}");
        }
        catch (InvalidOperationException exception)
        {
            return exception.Message.Length;
        }
    }

    [Benchmark]
    public async Task<int> Login()
    {
        try
        {
            await login.LoginAsync(QuickServer.Code);
            return 0;
        }
        catch (WeChatApiException exception)
        {
            return exception.Message.Length;
        }
    }
}
