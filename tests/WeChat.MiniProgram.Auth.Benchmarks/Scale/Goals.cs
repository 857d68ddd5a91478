using System.Globalization;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>Prints each goal as reached or missed.</summary>
internal sealed class Goals
{
    public bool AllReached { get; private set; } = true;

    public void AtMost(string what, double value, double goal) =>
        Reached(string.Create(CultureInfo.InvariantCulture, $"{what}: {value:F1}, goal {goal:F0}"), value <= goal);

    public void Reached(string what, bool reached)
    {
        AllReached &= reached;
        Console.WriteLine($"{(reached ? "OK    " : "MISSED")} {what}");
    }
}
