namespace WeChatSandbox.Apps;

// WeChat does not say where its minute or day starts. Here the first call starts it, so that a test never straddles two.
internal sealed class CallMeter(int limit, TimeSpan period, TimeProvider timeProvider)
{
    private readonly object gate = new();
    private DateTimeOffset windowStart = DateTimeOffset.MinValue;
    private int calls;

    public bool TryCount()
    {
        var now = timeProvider.GetUtcNow();
        lock (gate)
        {
            if (now - windowStart >= period)
            {
                windowStart = now;
                calls = 0;
            }

            return ++calls <= limit;
        }
    }
}
