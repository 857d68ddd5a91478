using BenchmarkDotNet.Attributes;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>A login that WeChat rejects: both sides tell it by one exception.</summary>
public class RejectedLoginBenchmarks() : LoopbackBenchmarks(QuickServer.Rejection)
{
    [Benchmark(Baseline = true)]
    public async Task<int> Floor()
    {
        try
        {
            var session = await ExchangeByHandAsync();
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
            await LoginAsync();
            return 0;
        }
        catch (WeChatApiException exception)
        {
            return exception.Message.Length;
        }
    }
}
