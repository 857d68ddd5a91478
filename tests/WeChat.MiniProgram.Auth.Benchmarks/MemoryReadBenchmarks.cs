using BenchmarkDotNet.Attributes;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>What the in-memory store adds to a read of a <c>MemoryCache</c>, with a thousand users who are read in turn.</summary>
[MemoryDiagnoser]
public class MemoryReadBenchmarks
{
    private const int Users = 1024;

    private readonly SessionKeyOwner[] owners = [.. Enumerable.Range(0, Users).Select(ScaleUser.Owner)];
    private Contender store = null!;
    private Contender floor = null!;
    private int turn;

    [GlobalSetup]
    public void SetUp()
    {
        (store, floor) = (Contender.Store(2 * Users), Contender.BareMemoryCache(2 * Users));
        for (var number = 0; number < Users; number++)
        {
            store.Add(ScaleUser.Owner(number), ScaleUser.Key(number));
            floor.Add(ScaleUser.Owner(number), ScaleUser.Key(number));
        }
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        store.Dispose();
        floor.Dispose();
    }

    [Benchmark(Baseline = true)]
    public bool BareMemoryCache() => floor.Read(NextOwner());

    [Benchmark]
    public bool Store() => store.Read(NextOwner());

    private SessionKeyOwner NextOwner() => owners[turn++ & (Users - 1)];
}
