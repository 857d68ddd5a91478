using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>What many mini programs cost while they are in use, and after they are let go: each app is found and logs one user in.</summary>
internal static class AppsMemory
{
    private const string Session = """{"session_key":"tiihtNczf5v6AKRyjwEUhQ==","openid":"oGZUI0egBJY1zhBYw2KhdUfwVJJE"}""";

    public static async Task RunAsync()
    {
        Console.WriteLine("  apps   in use: bytes/app    MiB   after they went idle: MiB");
        foreach (var count in new[] { 1, 1_000, 10_000 })
        {
            await MeasureAsync(count);
        }
    }

    private static async Task MeasureAsync(int count)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var services = Register(time);
        var apps = services.GetRequiredService<IMiniProgramProvider>();
        await LogInAsync(apps, "wx-warm-up");
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var i = 0; i < count; i++)
        {
            await LogInAsync(apps, $"wx{i:d16}");
        }

        var inUse = GC.GetTotalMemory(forceFullCollection: true) - before;
        time.Advance(TimeSpan.FromMinutes(31));

        // The cache looks for what has expired when it is used, and in the background. The users' keys, which live for days, stay.
        await LogInAsync(apps, "wx-warm-up");
        await Task.Delay(TimeSpan.FromSeconds(1));
        var idle = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{count,6:N0} {(double)inUse / count,20:N0} {inUse / 1048576.0,6:F1} {idle / 1048576.0,27:F1}"));
    }

    private static async Task LogInAsync(IMiniProgramProvider apps, string appId) =>
        await (await apps.GetAsync(appId)).Login.LoginAsync("0b3N2xGa1TestCodeOfOneLogin0z9y8");

    private static ServiceProvider Register(TimeProvider time)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time);
        services.AddWeChatMiniPrograms<AnyApp>().HttpClient.ConfigurePrimaryHttpMessageHandler(() => new SameAnswer());
        return services.BuildServiceProvider();
    }

    private sealed class AnyApp : IMiniProgramSource
    {
        public ValueTask<MiniProgramCredentials?> FindAsync(string appId, CancellationToken cancellationToken = default) =>
            new(new MiniProgramCredentials("0123456789abcdef0123456789abcdef"));
    }

    private sealed class SameAnswer : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Session, Encoding.UTF8, "text/plain") });
    }
}
