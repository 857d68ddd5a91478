namespace WeChatSandbox.Apps;

// WeChat does not say where its minute starts. Here the first call starts it, so that a test never straddles two.
internal sealed class CallMeter(int callsPerMinute, TimeProvider timeProvider)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly object gate = new();
    private DateTimeOffset windowStart = DateTimeOffset.MinValue;
    private int calls;

    public bool TryCount()
    {
        var now = timeProvider.GetUtcNow();
        lock (gate)
        {
            if (now - windowStart >= Minute)
            {
                windowStart = now;
                calls = 0;
            }

            return ++calls <= callsPerMinute;
        }
    }
}
