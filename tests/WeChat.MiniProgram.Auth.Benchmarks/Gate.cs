using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Perfolizer.Horology;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>Prints each ratio to its floor, and says by the exit code whether a goal is missed by more than the tolerance.</summary>
internal static class Gate
{
    private const double Tolerance = 1.15;

    // Many short iterations: on a noisy machine their median says more than three long ones. A login runs through so many methods that
    // the runtime takes seconds to compile them all as well as it can, and a host runs for longer.
    private static readonly IConfig Config = PatientConfig.Create().AddJob(
        Job.Default
            .WithLaunchCount(1)
            .WithIterationTime(TimeInterval.FromMilliseconds(200))
            .WithWarmupCount(25)
            .WithIterationCount(15));

    public static async Task<int> RunAsync()
    {
        var types = Goal.All.Select(goal => goal.Benchmarks).Distinct().ToArray();
        var reports = BenchmarkRunner.Run(types, Config).SelectMany(summary => summary.Reports).ToList();
        Console.WriteLine();
        Console.WriteLine("| benchmark | floor | package | ratio | goal | |");
        Console.WriteLine("|---|---|---|---|---|---|");
        var missed = Goal.All.Count(goal => !IsMet(goal, reports));
        var areLoginsMet = await LoginTimes.AreMetAsync();
        return missed == 0 && areLoginsMet ? 0 : 1;
    }

    /// <summary>Prints a goal's row. False when it is missed by more than the tolerance.</summary>
    public static bool IsMet(string name, double floor, double package, double? atMost, string unit = "us", bool isDifference = false)
    {
        var ratio = isDifference ? package - floor : package / floor;
        var isMissed = ratio > atMost * Tolerance;
        var ratioUnit = isDifference ? unit : "";
        var verdict = atMost is null ? "no goal" : isMissed ? "MISSED" : ratio > atMost ? "within the tolerance" : "met";
        Console.WriteLine(
            $"| {name} | {floor:F2} {unit} | {package:F2} {unit} | {ratio:F2} {ratioUnit} | {atMost:F2} {ratioUnit} | {verdict} |");
        return !isMissed;
    }

    private static bool IsMet(Goal goal, IReadOnlyList<BenchmarkReport> reports) => IsMet(
        $"{goal.Benchmarks.Name}.{goal.Method}",
        goal.Measure(Find(goal, goal.Floor, reports)),
        goal.Measure(Find(goal, goal.Method, reports)),
        goal.AtMost,
        goal.Unit,
        goal.IsDifference);

    private static BenchmarkReport Find(Goal goal, string method, IReadOnlyList<BenchmarkReport> reports) =>
        reports.Single(report => report.BenchmarkCase.Descriptor.Type == goal.Benchmarks && report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method);
}
