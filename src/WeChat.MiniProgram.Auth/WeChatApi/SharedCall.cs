namespace WeChat.MiniProgram.Auth;

/// <summary>
/// One call in flight however many wait for it. It belongs to none of them: a waiter that is cancelled leaves, and the call goes on for
/// the others. Its outcome is not kept.
/// </summary>
internal sealed class SharedCall<T>(Func<Task<T>> start)
{
    private readonly object gate = new();
    private Task<T>? inFlight;

    public Task<T> JoinAsync(CancellationToken cancellationToken) => Begin().UntilCancelled(cancellationToken);

    /// <summary>Starts the call, unless it is in flight, and waits for nothing.</summary>
    public Task<T> Begin()
    {
        lock (gate)
        {
            if (inFlight is not { IsCompleted: false })
            {
                inFlight = UnwatchedTasks.Start(start);
            }

            return inFlight;
        }
    }
}
