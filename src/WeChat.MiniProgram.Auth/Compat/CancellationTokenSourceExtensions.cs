#if !NET
namespace WeChat.MiniProgram.Auth;

/// <summary>What .NET has had since version 8.</summary>
internal static class CancellationTokenSourceExtensions
{
    /// <summary>Cancels on a thread of the pool, where what is registered may take its time.</summary>
    public static Task CancelAsync(this CancellationTokenSource source) => Task.Run(source.Cancel);
}
#endif
