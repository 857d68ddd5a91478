using BenchmarkDotNet.Reports;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>How far a benchmark may be from its floor, if it has a limit: a ratio, or a difference in the unit.</summary>
internal sealed record Goal(
    Type Benchmarks, string Method, string Floor, double? AtMost, string Unit = "us", bool IsDifference = false)
{
    private const double NanosecondsInMicrosecond = 1000;
    private const double BytesInKilobyte = 1024;

    public static IReadOnlyList<Goal> All { get; } =
    [
        new(typeof(DecryptionBenchmarks), nameof(DecryptionBenchmarks.Decrypt), nameof(DecryptionBenchmarks.Floor), 1.10),
        new(typeof(DecryptionBenchmarks), nameof(DecryptionBenchmarks.Decrypt), nameof(DecryptionBenchmarks.Floor), 1.10, "KB"),
        new(typeof(FailedDecryptionBenchmarks), nameof(FailedDecryptionBenchmarks.BadPadding), nameof(FailedDecryptionBenchmarks.Success), 4),
        new(typeof(FailedDecryptionBenchmarks), nameof(FailedDecryptionBenchmarks.NotJson), nameof(FailedDecryptionBenchmarks.Success), 4),
        new(typeof(FailedDecryptionBenchmarks), nameof(FailedDecryptionBenchmarks.ForeignWatermark), nameof(FailedDecryptionBenchmarks.Success), 4),
        new(typeof(SignatureBenchmarks), nameof(SignatureBenchmarks.Verify), nameof(SignatureBenchmarks.Floor), 1.10),
        new(typeof(InProcessLoginBenchmarks), nameof(InProcessLoginBenchmarks.Login), nameof(InProcessLoginBenchmarks.Floor), 4, "us", IsDifference: true),
        new(typeof(InProcessLoginBenchmarks), nameof(InProcessLoginBenchmarks.Login), nameof(InProcessLoginBenchmarks.Floor), 4, "KB", IsDifference: true),
        new(typeof(MemoryReadBenchmarks), nameof(MemoryReadBenchmarks.Store), nameof(MemoryReadBenchmarks.BareMemoryCache), 1.30),
        new(typeof(MemoryAddBenchmarks), nameof(MemoryAddBenchmarks.Store), nameof(MemoryAddBenchmarks.BareMemoryCache), AtMost: null),
        new(typeof(DistributedReadBenchmarks), nameof(DistributedReadBenchmarks.Store), nameof(DistributedReadBenchmarks.GetAndUnprotect), AtMost: null),
        new(typeof(RejectedLoginBenchmarks), nameof(RejectedLoginBenchmarks.Login), nameof(RejectedLoginBenchmarks.Floor), AtMost: null),
    ];

    public double Measure(BenchmarkReport report) => Unit == "KB"
        ? (report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0) / BytesInKilobyte
        : report.ResultStatistics!.Median / NanosecondsInMicrosecond;
}
