using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Perfolizer.Horology;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>Runs what has a goal, prints each ratio to its floor, and says by the exit code whether one is missed by more than the tolerance.</summary>
internal static class Gate
{
    private const double Tolerance = 1.15;

    // Many short iterations: on a noisy machine their median says more than three long ones. A login runs through so many methods that
    // the runtime takes seconds to compile them all as well as it can, and a host runs for longer.
    private static readonly IConfig Config = ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(10)).AddJob(
        Job.Default
            .WithLaunchCount(1)
            .WithIterationTime(TimeInterval.FromMilliseconds(200))
            .WithWarmupCount(25)
            .WithIterationCount(15));

    public static int Run()
    {
        var types = Goal.All.Select(goal => goal.Benchmarks).Distinct().ToArray();
        var reports = BenchmarkRunner.Run(types, Config).SelectMany(summary => summary.Reports).ToList();
        Console.WriteLine();
        Console.WriteLine("| benchmark | floor | package | ratio | goal | |");
        Console.WriteLine("|---|---|---|---|---|---|");
        var missed = Goal.All.Where(goal => !IsMet(goal, reports)).ToList();
        return missed.Count == 0 ? 0 : 1;
    }

    private static bool IsMet(Goal goal, IReadOnlyList<BenchmarkReport> reports)
    {
        var (floor, package) = (goal.Measure(Find(goal, goal.Floor, reports)), goal.Measure(Find(goal, goal.Method, reports)));
        var ratio = goal.IsDifference ? package - floor : package / floor;
        var isMet = ratio <= goal.AtMost * Tolerance;
        var unit = goal.IsDifference ? goal.Unit : "";
        Console.WriteLine(
            $"| {goal.Benchmarks.Name}.{goal.Method} | {floor:F2} {goal.Unit} | {package:F2} {goal.Unit} | {ratio:F2} {unit} | {goal.AtMost:F2} {unit} | "
            + $"{(!isMet ? "MISSED" : ratio <= goal.AtMost ? "met" : "within the tolerance")} |");
        return isMet;
    }

    private static BenchmarkReport Find(Goal goal, string method, IReadOnlyList<BenchmarkReport> reports) =>
        reports.Single(report => report.BenchmarkCase.Descriptor.Type == goal.Benchmarks && report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method);
}
