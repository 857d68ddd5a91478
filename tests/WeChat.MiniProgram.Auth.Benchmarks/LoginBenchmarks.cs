using BenchmarkDotNet.Attributes;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>A login that succeeds.</summary>
public class LoginBenchmarks() : LoopbackBenchmarks(QuickServer.Session)
{
    [Benchmark(Baseline = true)]
    public async Task<object?> Floor() => await ExchangeByHandAsync();

    [Benchmark]
    public async Task<object?> Login() => await LoginAsync();
}
