namespace WeChatSandbox.Faults;

internal sealed class FaultSchedule
{
    private readonly object gate = new();
    private readonly Queue<SandboxFault> scheduled = new();
    private SandboxFault? always;

    public SandboxFault? Always
    {
        set
        {
            lock (gate)
                always = value;
        }
    }

    public void Add(SandboxFault fault, int times)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);

        lock (gate)
        {
            for (var i = 0; i < times; i++)
                scheduled.Enqueue(fault);
        }
    }

    public SandboxFault? Next()
    {
        lock (gate)
            return scheduled.TryDequeue(out var fault) ? fault : always;
    }

    public void Clear()
    {
        lock (gate)
        {
            scheduled.Clear();
            always = null;
        }
    }
}
