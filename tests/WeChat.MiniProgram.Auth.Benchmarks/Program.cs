// dotnet run -c Release --project tests/WeChat.MiniProgram.Auth.Benchmarks                 all benchmarks
// dotnet run -c Release --project tests/WeChat.MiniProgram.Auth.Benchmarks -- --apps       what 10,000 mini programs cost in memory
// dotnet run -c Release --project tests/WeChat.MiniProgram.Auth.Benchmarks -- --soak       two minutes of logins with random faults
// dotnet run -c Release --project tests/WeChat.MiniProgram.Auth.Benchmarks -- --scale      a million users in memory, against the goals
// dotnet run -c Release --project tests/WeChat.MiniProgram.Auth.Benchmarks -- --failures   the time of a failed decryption, by cause
// dotnet run -c Release --project tests/WeChat.MiniProgram.Auth.Benchmarks -- --logins     a login over loopback, in turns with its floor
// dotnet run -c Release --project tests/WeChat.MiniProgram.Auth.Benchmarks -- --gate       all of it beside its floors; exit code 1 if a goal is missed
using System.Globalization;
using BenchmarkDotNet.Running;
using WeChat.MiniProgram.Auth.Benchmarks;

switch (args)
{
    case ["--apps"]:
        await AppsMemory.RunAsync();
        return 0;
    case ["--soak"]:
        return await Soak.RunAsync(TimeSpan.FromMinutes(2));
    case ["--soak", var seconds]:
        return await Soak.RunAsync(TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)));
    case ["--scale"]:
        return Scale.Run();
    case ["--failures"]:
        return FailureTimes.Run();
    case ["--gate"]:
        return await Gate.RunAsync();
    case ["--logins"]:
        return await LoginTimes.AreMetAsync() ? 0 : 1;
    case [FaultyWeChat.Switch]:
        await FaultyWeChat.RunAsync();
        return 0;
    default:
        var reports = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, PatientConfig.Create()).SelectMany(summary => summary.Reports);
        return reports.All(report => report.Success) ? 0 : 1;
}
