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
    private const int Windows = 7;
    private static readonly TimeSpan WindowTime = TimeSpan.FromSeconds(2);

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
        Print($"the longest call of each of {Windows} times {WindowTime.TotalSeconds:F0} s, ms: median (worst); without GC: less what the garbage collector stopped all threads for");
        Print($"{"",-24}{"calls",12}{"all",18}{"without GC",18}");
        var eviction = new Eviction(store, Users);
        var windows = Enumerable.Range(0, Windows).Select(_ => eviction.Run(WindowTime)).ToArray();
        Report("no call of the store", [.. windows.Select(window => window.Other)]);
        var longest = Math.Max(
            Report("AddAsync", [.. windows.Select(window => window.Add)]),
            Report("GetAsync", [.. windows.Select(window => window.Read)]));
        goals.AtMost("ms of the longest call while evicting, without GC", longest, 50);
        goals.Reached($"the newest {Newest:N0} of {eviction.Users:N0} users are kept", eviction.KeepsTheNewest(Newest));
        var retained = eviction.Retained();
        goals.Reached($"{retained:N0} users are kept, of at most {Users:N0}", retained <= Users);
    }

    private static double Report(string what, LongestCall[] calls)
    {
        var all = calls.Select(call => call.Longest.TotalMilliseconds).Order().ToArray();
        var withoutGC = calls.Select(call => call.LongestWithoutGC.TotalMilliseconds).Order().ToArray();
        Print($"{what,-24}{calls.Sum(call => call.Calls),12:N0}{all[Windows / 2],9:F1} ({all[^1],6:F1}){withoutGC[Windows / 2],9:F1} ({withoutGC[^1],6:F1})");
        return withoutGC[Windows / 2];
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
