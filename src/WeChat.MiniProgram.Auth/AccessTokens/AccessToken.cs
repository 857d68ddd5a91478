namespace WeChat.MiniProgram.Auth;

/// <summary>A token and the moment it was asked for, by two clocks: one that sleeps with its machine, and one that people set.</summary>
internal sealed class AccessToken(string appId, string text, TimeSpan lifetime, long askedAt, DateTimeOffset askedAtUtc)
{
    public string AppId => appId;

    public string Text => text;

    /// <summary>What is left of its life by the clock that has gone further; 0 or less: nothing.</summary>
    public TimeSpan LeftBy(TimeProvider timeProvider)
    {
        var elapsed = timeProvider.GetElapsedTime(askedAt);
        var elapsedUtc = timeProvider.GetUtcNow() - askedAtUtc;
        return lifetime - (elapsed > elapsedUtc ? elapsed : elapsedUtc);
    }
}
