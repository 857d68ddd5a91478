using System.Diagnostics;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>A full store that one thread goes on adding new users to, as fast as it can, while another reads.</summary>
internal sealed class Eviction
{
    private readonly Contender contender;
    private readonly int capacity;

    public Eviction(Contender contender, int capacity) => (this.contender, this.capacity) = (contender, capacity);

    public LongestCall Adds { get; } = new();

    public LongestCall Reads { get; } = new();

    public TimeSpan GCPauses { get; private set; }

    /// <summary>How many users there have been, the newest last.</summary>
    public int Users { get; private set; }

    public void Run(TimeSpan duration)
    {
        Users = capacity;
        var pausedBefore = GC.GetTotalPauseDuration();
        var clock = Stopwatch.StartNew();
        var reader = new Thread(() =>
        {
            while (clock.Elapsed < duration)
            {
                var owner = ScaleUser.Owner(Random.Shared.Next(Volatile.Read(ref usersNow)));
                Reads.Measure(() => contender.Read(owner));
            }
        });
        usersNow = Users;
        reader.Start();
        while (clock.Elapsed < duration)
        {
            var (owner, key) = (ScaleUser.Owner(Users), ScaleUser.Key(Users));
            Adds.Measure(() => contender.Add(owner, key));
            Volatile.Write(ref usersNow, ++Users);
        }

        reader.Join();
        GCPauses = GC.GetTotalPauseDuration() - pausedBefore;
    }

    public bool KeepsTheNewest(int count) => Enumerable.Range(Users - count, count).All(user => contender.Read(ScaleUser.Owner(user)));

    public int Retained() => Enumerable.Range(0, Users).Count(user => contender.Read(ScaleUser.Owner(user)));

    private int usersNow;
}
