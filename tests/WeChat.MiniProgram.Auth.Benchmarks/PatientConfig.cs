using BenchmarkDotNet.Configs;

namespace WeChat.MiniProgram.Auth.Benchmarks;

internal static class PatientConfig
{
    /// <summary>The default, but for the time to build: a busy machine does not keep to it, and then nothing is measured.</summary>
    public static ManualConfig Create() => ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(10));
}
