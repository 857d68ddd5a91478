using System.Collections.Concurrent;

namespace WeChatSandbox.Apps;

internal sealed class AppDirectory
{
    private readonly ConcurrentDictionary<string, SandboxApp> apps = new(StringComparer.Ordinal);
    private readonly int callsPerMinute;
    private readonly TimeProvider timeProvider;

    public AppDirectory(SandboxOptions options, TimeProvider timeProvider)
    {
        callsPerMinute = options.CallsPerMinute;
        this.timeProvider = timeProvider;
        First = Add(options.AppId, options.AppSecret);
    }

    public SandboxApp First { get; }

    public SandboxApp Add(string appId, string appSecret)
    {
        ArgumentException.ThrowIfNullOrEmpty(appId);
        ArgumentException.ThrowIfNullOrEmpty(appSecret);

        var app = new SandboxApp(appId, appSecret, () => new CallMeter(callsPerMinute, TimeSpan.FromMinutes(1), timeProvider));
        return apps.TryAdd(appId, app) ? app : throw new ArgumentException($"The app {appId} is there already.", nameof(appId));
    }

    public SandboxApp? Find(string appId) => apps.GetValueOrDefault(appId);

    public SandboxApp Get(string? appId) =>
        appId is null ? First : Find(appId) ?? throw new KeyNotFoundException($"The sandbox has no app {appId}.");
}
