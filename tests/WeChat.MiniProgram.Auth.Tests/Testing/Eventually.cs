using Microsoft.Extensions.Time.Testing;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>Waits for what happens in the background, and fails when it does not.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Gives all that waits for a thread of the pool the time to begin, so that a test sees what should not have.</summary>
    public static async Task HasBegunAsync()
    {
        for (var i = 0; i < 50; i++)
        {
            await Task.Factory.StartNew(static () => { }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
    }

    /// <summary>Moves the clock on in steps until a call is over, for a test to which it does not matter when that was.</summary>
    public static Task IsOverAsync(Task call, FakeTimeProvider time, TimeSpan step) => IsTrueAsync(() =>
    {
        time.Advance(step);
        return call.IsCompleted;
    });

    public static Task IsTrueAsync(Func<bool> condition) => IsTrueAsync(() => new ValueTask<bool>(condition()));

    public static async Task IsTrueAsync(Func<ValueTask<bool>> condition)
    {
        using var end = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            Assert.That(end.IsCancellationRequested, Is.False, "It did not happen in time.");
            await Task.Yield();
        }
    }
}
