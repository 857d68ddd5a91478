using WeChatSandbox.Apps;

namespace WeChatSandbox.Login;

internal sealed class LoginCode(string value, SandboxApp app, SandboxUser user, DateTimeOffset expires)
{
    private int spent;

    public string Value { get; } = value;

    public SandboxApp App { get; } = app;

    public SandboxUser User { get; } = user;

    public DateTimeOffset Expires { get; } = expires;

    public bool IsSpent => Volatile.Read(ref spent) != 0;

    public bool TrySpend() => Interlocked.Exchange(ref spent, 1) == 0;
}
