namespace WeChat.MiniProgram.Auth;

/// <summary>For work that may go on, and fail, when nobody waits for it.</summary>
internal static class UnwatchedTasks
{
    /// <summary>
    /// Starts what many may wait for and none may. It is nobody's alone: the first caller's transaction or span is not the others'.
    /// </summary>
    public static Task<T> Start<T>(Func<Task<T>> start)
    {
        // .NET Framework throws when the flow is suppressed already.
        using (ExecutionContext.IsFlowSuppressed() ? null : (IDisposable)ExecutionContext.SuppressFlow())
        {
            var task = Task.Run(start);
            task.ObserveFailure();
            return task;
        }
    }

    /// <summary>Waits for what a host's own code does, which may not stop when it is cancelled.</summary>
    public static ValueTask<T> UntilCancelled<T>(this ValueTask<T> work, CancellationToken cancellationToken)
    {
        if (work.IsCompleted)
        {
            return work;
        }

        var task = work.AsTask();
        task.ObserveFailure();
        return new(task.UntilCancelled(cancellationToken));
    }

    /// <summary>Waits for work that belongs to others, too: it goes on when this wait is cancelled.</summary>
    public static Task<T> UntilCancelled<T>(this Task<T> work, CancellationToken cancellationToken) =>
        work.WaitAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);

    /// <summary>
    /// Cancels work that nobody waits for any more, and disposes of its source. What it does on cancellation is its own affair: a database's driver
    /// may ask the server, and wait.
    /// </summary>
    public static void CancelUnwatched(this CancellationTokenSource source) => CancelAndDisposeAsync(source).ObserveFailure();

    /// <summary>Keeps a failure that nobody waits for from reaching <see cref="TaskScheduler.UnobservedTaskException"/>.</summary>
    public static void ObserveFailure(this Task task) => _ = task.ContinueWith(
        static failed => failed.Exception,
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);

    private static async Task CancelAndDisposeAsync(CancellationTokenSource source)
    {
        using (source)
        {
            await source.CancelAsync().ConfigureAwait(false);
        }
    }
}
