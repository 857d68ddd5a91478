namespace WeChatSandbox.Apps;

/// <summary>A code that the front end gets for a user and the back end spends. A plugin's code also knows its plugin.</summary>
internal sealed class UserCode(string value, SandboxApp app, SandboxUser user, DateTimeOffset created, SandboxApp? plugin = null)
{
    private int spent;

    public string Value { get; } = value;

    public SandboxApp App { get; } = app;

    public SandboxUser User { get; } = user;

    public DateTimeOffset Created { get; } = created;

    public SandboxApp? Plugin { get; } = plugin;

    public bool IsSpent => Volatile.Read(ref spent) != 0;

    public bool TrySpend() => Interlocked.Exchange(ref spent, 1) == 0;
}
