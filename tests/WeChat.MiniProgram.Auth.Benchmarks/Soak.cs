using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>Logins at a steady pace of concurrency against a WeChat that keeps failing: memory and handles must stay flat.</summary>
internal static class Soak
{
    private const int InFlight = 32;
    private const int Users = 500;
    private const double MaxGrowth = 1.25;
    private static readonly TimeSpan SampleInterval = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(TimeSpan duration)
    {
        using var weChat = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, FaultyWeChat.Switch)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        try
        {
            var line = await weChat.StandardOutput.ReadLineAsync();
            return await LogInAsync(line!.Split(' '), duration);
        }
        finally
        {
            weChat.StandardInput.Close();
            await weChat.WaitForExitAsync();
        }
    }

    private static async Task<int> LogInAsync(string[] weChat, TimeSpan duration)
    {
        await using var services = Register(weChat);
        using var control = new HttpClient { BaseAddress = new Uri(weChat[0]) };
        var login = services.GetRequiredService<IMiniProgramLogin>();
        var outcomes = new Tally();
        using var end = new CancellationTokenSource(duration);
        var workers = Enumerable.Range(0, InFlight).Select(_ => LogInUntilAsync(login, control, outcomes, end.Token)).ToArray();
        var samples = await SampleAsync(outcomes, end.Token);
        await Task.WhenAll(workers);

        Console.WriteLine(outcomes);
        return IsFlat(samples) ? 0 : 1;
    }

    private static ServiceProvider Register(string[] weChat)
    {
        var services = new ServiceCollection();
        services.AddWeChatMiniProgram(options =>
        {
            (options.BaseAddress, options.AppId, options.AppSecret) = (new Uri(weChat[0]), weChat[1], weChat[2]);
            (options.AttemptTimeout, options.TotalTimeout) = (TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(3));
        });
        return services.BuildServiceProvider();
    }

    private static async Task LogInUntilAsync(IMiniProgramLogin login, HttpClient control, Tally outcomes, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            var openId = $"oSoak{RandomNumberGenerator.GetInt32(Users)}";
            using var response = await control.PostAsJsonAsync("/sandbox/login", new { openId }, CancellationToken.None);
            var code = (await response.Content.ReadFromJsonAsync<JsonElement>(CancellationToken.None)).GetProperty("code").GetString()!;
            try
            {
                await login.LoginAsync(code, CancellationToken.None);
                outcomes.Add("logged in");
            }
            catch (Exception exception) when (exception is WeChatApiException or WeChatUnavailableException)
            {
                outcomes.Add(exception is WeChatApiException refusal ? refusal.Kind.ToString() : "unavailable");
            }
        }
    }

    private static async Task<List<(long Memory, int Handles)>> SampleAsync(Tally outcomes, CancellationToken end)
    {
        var samples = new List<(long Memory, int Handles)>();
        using var timer = new PeriodicTimer(SampleInterval);
        try
        {
            while (await timer.WaitForNextTickAsync(end))
            {
                using var self = Process.GetCurrentProcess();
                samples.Add((GC.GetTotalMemory(forceFullCollection: true), self.HandleCount));
                var (memory, handles) = samples[^1];
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{outcomes.Total,8} calls  {memory / 1024.0 / 1024.0,6:F1} MiB  {handles,4} handles"));
            }
        }
        catch (OperationCanceledException)
        {
        }

        return samples;
    }

    /// <summary>The last third against the second one; the first is warm-up.</summary>
    private static bool IsFlat(List<(long Memory, int Handles)> samples)
    {
        var third = samples.Count / 3;
        if (third == 0)
        {
            Console.WriteLine("too short to tell");
            return true;
        }

        var middle = samples.GetRange(third, third);
        var last = samples.GetRange(samples.Count - third, third);
        var memory = last.Average(sample => sample.Memory) / middle.Average(sample => sample.Memory);
        var handles = last.Average(sample => sample.Handles) / middle.Average(sample => sample.Handles);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"last third to middle third: memory {memory:F2}, handles {handles:F2}; at most {MaxGrowth} is flat"));
        return memory <= MaxGrowth && handles <= MaxGrowth;
    }
}
