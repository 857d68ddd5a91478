using System.Diagnostics;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>The longest of many calls, with and without the time that the garbage collector stopped it.</summary>
internal sealed class LongestCall
{
    public int Calls { get; private set; }

    public TimeSpan Longest { get; private set; }

    public TimeSpan LongestWithoutGC { get; private set; }

    public void Measure(Action call)
    {
        var paused = GC.GetTotalPauseDuration();
        var start = Stopwatch.GetTimestamp();
        call();
        var elapsed = Stopwatch.GetElapsedTime(start);
        paused = GC.GetTotalPauseDuration() - paused;
        Calls++;
        Longest = TimeSpan.FromTicks(Math.Max(Longest.Ticks, elapsed.Ticks));
        LongestWithoutGC = TimeSpan.FromTicks(Math.Max(LongestWithoutGC.Ticks, (elapsed - paused).Ticks));
    }
}
