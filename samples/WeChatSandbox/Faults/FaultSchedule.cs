namespace WeChatSandbox.Faults;

internal sealed class FaultSchedule
{
    private readonly object gate = new();
    private readonly Queue<(SandboxFault Fault, int Times)> scheduled = new();
    private int met; // of the first one's times
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
            scheduled.Enqueue((fault, times));
    }

    public SandboxFault? Next()
    {
        lock (gate)
        {
            if (!scheduled.TryPeek(out var first))
                return always;

            if (++met == first.Times)
            {
                scheduled.Dequeue();
                met = 0;
            }

            return first.Fault;
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            scheduled.Clear();
            met = 0;
            always = null;
        }
    }
}
