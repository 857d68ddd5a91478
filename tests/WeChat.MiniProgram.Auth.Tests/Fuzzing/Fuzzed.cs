using CsCheck;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>Tries a property on made-up input. A failure names the seed: CsCheck_Seed in the environment repeats it; CsCheck_Iter lengthens a run.</summary>
internal static class Fuzzed
{
    private static readonly bool IsLengthened = Environment.GetEnvironmentVariable("CsCheck_Iter") is not null;

    // No single property takes more than a second or two; this is what a hang looks like.
    private static readonly TimeSpan Patience = IsLengthened ? Timeout.InfiniteTimeSpan : TimeSpan.FromMinutes(2);

    public static Task SampleAsync<T>(Gen<T> input, Action<T> property, int times = 1000) =>
        Task.Run(() => input.Sample(property, iter: TimesOr(times), threads: 1)).WaitAsync(Patience);

    public static Task SampleAsync<T>(Gen<T> input, Func<T, Task> property, int times = 300) =>
        Task.Run(() => input.SampleAsync(property, iter: TimesOr(times), threads: 1)).WaitAsync(Patience);

    /// <summary>The bytes that a call leaves to the garbage collector.</summary>
    public static long AllocatedBy(Action call)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        call();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static long TimesOr(int times) => IsLengthened ? -1 : times;
}
