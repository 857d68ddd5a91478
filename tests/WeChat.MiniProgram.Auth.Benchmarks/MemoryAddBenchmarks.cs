using BenchmarkDotNet.Attributes;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>
/// What the in-memory store adds to a write of a <c>MemoryCache</c>, with a thousand users who log in in turn: it also keeps the key
/// before, and loses neither of two at once.
/// </summary>
[MemoryDiagnoser]
public class MemoryAddBenchmarks
{
    private const int Users = 1024;

    private readonly SessionKeyOwner[] owners = [.. Enumerable.Range(0, Users).Select(ScaleUser.Owner)];
    private readonly SessionKey[] keys = [.. Enumerable.Range(0, Users + 1).Select(ScaleUser.Key)];
    private Contender store = null!;
    private Contender floor = null!;
    private int turn;

    [GlobalSetup]
    public void SetUp() => (store, floor) = (Contender.Store(2 * Users), Contender.BareMemoryCache(2 * Users));

    [GlobalCleanup]
    public void CleanUp()
    {
        store.Dispose();
        floor.Dispose();
    }

    [Benchmark(Baseline = true)]
    public void BareMemoryCache() => AddNext(floor);

    [Benchmark]
    public void Store() => AddNext(store);

    // A user's key is another one each time round.
    private void AddNext(Contender contender)
    {
        turn++;
        contender.Add(owners[turn % Users], keys[turn % keys.Length]);
    }
}
