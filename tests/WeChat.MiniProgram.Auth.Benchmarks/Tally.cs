using System.Collections.Concurrent;
using System.Globalization;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>How many calls ended in which way.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, int> counts = new();

    public int Total => counts.Values.Sum();

    public void Add(string outcome) => counts.AddOrUpdate(outcome, 1, static (_, count) => count + 1);

    public override string ToString() => string.Join(
        ", ",
        counts.OrderByDescending(pair => pair.Value).Select(pair => string.Create(
            CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value} ({100.0 * pair.Value / Total:F1} %)")));
}
