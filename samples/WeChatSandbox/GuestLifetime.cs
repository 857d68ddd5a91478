using Microsoft.Extensions.Hosting;

namespace WeChatSandbox;

// The default lifetime takes over Ctrl+C and SIGTERM of the whole process, which is not ours to stop.
internal sealed class GuestLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
