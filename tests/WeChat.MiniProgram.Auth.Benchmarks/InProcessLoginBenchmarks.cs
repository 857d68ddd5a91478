using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>A login whose answer is there at once: what is left is what the package adds to a raw <see cref="HttpClient"/>.</summary>
[MemoryDiagnoser]
public class InProcessLoginBenchmarks
{
    private static readonly Uri Address = new("http://wechat.test/");

    private ServiceProvider services = null!;
    private IHttpClientFactory clients = null!;
    private IMiniProgramLogin login = null!;

    [GlobalSetup]
    public void SetUp()
    {
        services = Host.Create(options => options.BaseAddress = Address, static () => new ReadyHandler());
        clients = services.GetRequiredService<IHttpClientFactory>();
        login = services.GetRequiredService<IMiniProgramLogin>();
    }

    [GlobalCleanup]
    public void CleanUp() => services.Dispose();

    [Benchmark(Baseline = true)]
    public async Task<object?> Floor()
    {
        using var client = clients.CreateClient(Host.FloorClient);
        return await HandWritten.ExchangeAsync(client, Address, Profile.AppId, Host.AppSecret, QuickServer.Code);
    }

    [Benchmark]
    public async Task<object?> Login() => await login.LoginAsync(QuickServer.Code);

    private sealed class ReadyHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(QuickServer.Session) });
    }
}
