namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>A machine whose wall clock people set, while its monotonic one goes on.</summary>
internal sealed class SetClock(TimeProvider machine) : TimeProvider
{
    public TimeSpan Offset { get; set; }

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + Offset;

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);
}
