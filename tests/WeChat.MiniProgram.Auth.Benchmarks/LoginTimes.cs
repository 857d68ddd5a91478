using System.Diagnostics;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>
/// A login over loopback and its floor, in turns in one process. How the scheduler places client and server shifts a whole run by more
/// than the goal allows; in turns, it shifts both alike.
/// </summary>
internal static class LoginTimes
{
    private const double AtMost = 1.10;
    private const int WarmUpRounds = 1000;
    private const int Rounds = 2000;
    private const int LoginsOfATurn = 10;

    /// <summary>Prints the goal's row. False when it is missed by more than the gate tolerates.</summary>
    public static async Task<bool> AreMetAsync()
    {
        var logins = new LoginBenchmarks();
        await logins.SetUpAsync();
        try
        {
            var (floor, package) = await MeasureAsync(logins);
            return Gate.IsMet("a login over loopback, in turns", floor, package, AtMost);
        }
        finally
        {
            await logins.CleanUpAsync();
        }
    }

    private static async Task<(double Floor, double Package)> MeasureAsync(LoginBenchmarks logins)
    {
        var (floor, package) = (new List<double>(Rounds), new List<double>(Rounds));
        for (var round = 0; round < WarmUpRounds + Rounds; round++)
        {
            var times = (Floor: await TimeOfAsync(logins.Floor), Package: await TimeOfAsync(logins.Login));
            if (round >= WarmUpRounds)
            {
                floor.Add(times.Floor);
                package.Add(times.Package);
            }
        }

        return (Median.Of(floor), Median.Of(package));
    }

    private static async Task<double> TimeOfAsync(Func<Task<object?>> login)
    {
        var startedAt = Stopwatch.GetTimestamp();
        for (var i = 0; i < LoginsOfATurn; i++)
        {
            await login();
        }

        return Stopwatch.GetElapsedTime(startedAt).TotalMicroseconds / LoginsOfATurn;
    }
}
