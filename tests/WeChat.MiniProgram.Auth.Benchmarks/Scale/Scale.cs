using System.Globalization;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>The in-memory store with a million users, against its goals and beside what a host would call without the package.</summary>
internal static class Scale
{
    private const int Users = 1_000_000;

    // A store makes room a little before it is full.
    private const int Roomy = Users / 4 * 5;
    private const int Busy = 1_000;
    private const int Newest = 10_000;
    private static readonly TimeSpan EvictionTime = TimeSpan.FromSeconds(10);

    public static int Run()
    {
        var goals = new Goals();
        Contender[] contenders = [Contender.Store(Roomy), Contender.BareMemoryCache(Roomy), Contender.BareDistributedCache()];
        CompareFootprints(contenders, goals);
        CompareReads(contenders, goals);
        foreach (var contender in contenders)
            contender.Dispose();

        using var full = Fill(Contender.Store(Users));
        Evict(full, goals);
        return goals.AllReached ? 0 : 1;
    }

    private static void CompareFootprints(Contender[] contenders, Goals goals)
    {
        var key = Footprint.Of(Users, ScaleUser.Key);
        var openId = Footprint.Of(Users, number => ScaleUser.Owner(number).OpenId);
        Print($"bytes a user, of {Users:N0}; a SessionKey with its text is {key:F0}, an openid {openId:F0}");
        Print($"{"",-24}{"all",8}{"beyond the key",18}{"and the openid",18}");
        foreach (var contender in contenders)
        {
            var all = Footprint.PerItem(Users, () => Fill(contender));
            Print($"{contender.Name,-24}{all,8:F0}{all - key,18:F0}{all - key - openId,18:F0}");
            if (contender == contenders[0])
                goals.AtMost("bytes a user beyond the key, the openid counted", all - key, 350);
        }
    }

    private static Contender Fill(Contender contender)
    {
        for (var number = 0; number < Users; number++)
            contender.Add(ScaleUser.Owner(number), ScaleUser.Key(number));

        return contender;
    }

    private static void CompareReads(Contender[] contenders, Goals goals)
    {
        foreach (var users in new[] { Users, Busy })
        {
            var medians = ReadSpeed.Medians(contenders, users);
            Print($"{$"any of {users:N0} users",-24}{"ns a read",10}{"the store to it",18}");
            foreach (var (contender, median) in contenders.Zip(medians))
                Print($"{contender.Name,-24}{median,10:F0}{medians[0] / median,18:F2}");

            goals.AtMost($"nanoseconds a read, of any of {users:N0} users", medians[0], 300);
        }
    }

    private static void Evict(Contender store, Goals goals)
    {
        var eviction = new Eviction(store, Users);
        eviction.Run(EvictionTime);
        Print($"{eviction.Users - Users:N0} users beyond the capacity in {EvictionTime.TotalSeconds:F0} s; garbage collections paused {eviction.GCPauses.TotalMilliseconds:F0} ms in all");
        Print($"{"",-24}{"calls",12}{"longest, ms",14}{"without GC",14}");
        foreach (var (name, calls) in new[] { ("AddAsync", eviction.Adds), ("GetAsync", eviction.Reads) })
            Print($"{name,-24}{calls.Calls,12:N0}{calls.Longest.TotalMilliseconds,14:F1}{calls.LongestWithoutGC.TotalMilliseconds,14:F1}");

        goals.AtMost("ms of the longest AddAsync", eviction.Adds.Longest.TotalMilliseconds, 50);
        goals.AtMost("ms of the longest GetAsync", eviction.Reads.Longest.TotalMilliseconds, 50);
        goals.Reached($"the newest {Newest:N0} users are kept", eviction.KeepsTheNewest(Newest));
        var retained = eviction.Retained();
        goals.Reached($"{retained:N0} users are kept, of at most {Users:N0}", retained <= Users);
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
