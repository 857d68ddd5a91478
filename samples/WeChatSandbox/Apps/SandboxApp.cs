using System.Collections.Concurrent;

namespace WeChatSandbox.Apps;

internal sealed class SandboxApp(string appId, string appSecret, Func<CallMeter> newMeter)
{
    private readonly ConcurrentDictionary<string, SandboxUser> users = new(StringComparer.Ordinal);

    public string AppId { get; } = appId;

    public string AppSecret { get; } = appSecret;

    public SandboxUser LogIn(string openId, string? unionId)
    {
        ArgumentException.ThrowIfNullOrEmpty(openId);

        var user = users.GetOrAdd(openId, static (id, meter) => new SandboxUser(id, meter()), newMeter);
        user.UnionId = unionId ?? user.UnionId;
        if (!user.HasSession)
            user.RotateSessionKey();

        return user;
    }

    public SandboxUser? FindUser(string openId) => users.GetValueOrDefault(openId);

    public SandboxUser User(string openId)
    {
        ArgumentException.ThrowIfNullOrEmpty(openId);

        return FindUser(openId) ?? throw new KeyNotFoundException($"The user {openId} has not logged in to the app {AppId}.");
    }
}
