using System.Diagnostics;
using System.Globalization;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>A Redis process of the test's own, for what must not be done to the one that <see cref="RedisUnderTest"/> names.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private readonly string port = FreePort.Find().ToString(CultureInfo.InvariantCulture);
    private Process? process;

    /// <summary>For StackExchange.Redis.</summary>
    public string Configuration => $"127.0.0.1:{port}";

    public static async Task<RedisServer> StartNewAsync()
    {
        var server = new RedisServer();
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts it, empty, at the port it had before.</summary>
    public async Task StartAsync()
    {
        process = Process.Start(new ProcessStartInfo(
            "redis-server",
            ["--bind", "127.0.0.1", "--port", port, "--save", "", "--appendonly", "no", "--dir", Path.GetTempPath()])
        {
            RedirectStandardOutput = true,
        })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException($"redis-server ended before it listened at {Configuration}.");
    }

    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Stops the process without closing its connections, as a machine does that swaps or a disk that hangs.</summary>
    public Task PauseAsync() => SignalAsync("STOP");

    public Task ResumeAsync() => SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await KillAsync();
        }
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        Assert.That(kill.ExitCode, Is.Zero);
    }
}
