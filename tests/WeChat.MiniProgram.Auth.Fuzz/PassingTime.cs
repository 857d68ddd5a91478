namespace WeChat.MiniProgram.Auth.Fuzz;

/// <summary>Seconds pass at each look, from the time of the corpus on: the circuit that many bad answers open has always closed again.</summary>
internal sealed class PassingTime : TimeProvider
{
    private static readonly long Start = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000).Ticks;
    private long ticks;

    // Not beyond the age up to which user data is accepted.
    public override DateTimeOffset GetUtcNow() => new(Start + (GetTimestamp() % TimeSpan.TicksPerDay), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Add(ref ticks, 10 * TimeSpan.TicksPerSecond);
}
