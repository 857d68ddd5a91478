namespace WeChat.MiniProgram.Auth;

/// <summary>For work that may fail after nobody waits for it.</summary>
internal static class UnwatchedTasks
{
    /// <summary>Keeps a failure that nobody waits for from reaching <see cref="TaskScheduler.UnobservedTaskException"/>.</summary>
    public static void ObserveFailure(this Task task) => _ = task.ContinueWith(
        static failed => failed.Exception,
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);
}
