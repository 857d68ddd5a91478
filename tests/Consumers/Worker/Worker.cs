namespace Consumers;

internal sealed class Worker(IServiceProvider services, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Environment.ExitCode = 1;
        await Journey.RunAsync(services, ".NET 10.", ".NETCoreApp,Version=v8.0");
        Environment.ExitCode = 0;
        lifetime.StopApplication();
    }
}
