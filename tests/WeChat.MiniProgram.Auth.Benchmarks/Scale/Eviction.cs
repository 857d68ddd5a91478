using System.Diagnostics;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>
/// A full store that one thread goes on adding new users to, as fast as it can, while another reads, and in between does something as
/// long that has nothing to do with the store: where that takes long too, it was the machine or the garbage collector.
/// </summary>
internal sealed class Eviction(Contender contender, int capacity)
{
    private int users = capacity;

    /// <summary>How many users there have been, the newest last.</summary>
    public int Users => users;

    public (LongestCall Add, LongestCall Read, LongestCall Other) Run(TimeSpan duration)
    {
        var (adds, reads, others) = (new LongestCall(), new LongestCall(), new LongestCall());
        var clock = Stopwatch.StartNew();
        var reader = new Thread(() =>
        {
            while (clock.Elapsed < duration)
            {
                var owner = default(SessionKeyOwner);
                others.Measure(() => owner = ScaleUser.Owner(Random.Shared.Next(Volatile.Read(ref users))));
                reads.Measure(() => contender.Read(owner));
            }
        });
        reader.Start();
        while (clock.Elapsed < duration)
        {
            var (owner, key) = (ScaleUser.Owner(users), ScaleUser.Key(users));
            adds.Measure(() => contender.Add(owner, key));
            Volatile.Write(ref users, users + 1);
        }

        reader.Join();
        return (adds, reads, others);
    }

    public bool KeepsTheNewest(int count) => Enumerable.Range(users - count, count).All(user => contender.Read(ScaleUser.Owner(user)));

    public int Retained() => Enumerable.Range(0, users).Count(user => contender.Read(ScaleUser.Owner(user)));
}
