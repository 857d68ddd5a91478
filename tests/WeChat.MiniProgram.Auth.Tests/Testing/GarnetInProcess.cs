using System.Globalization;
using Garnet;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>A real server of the Redis protocol, in this process: https://microsoft.github.io/garnet.</summary>
internal sealed class GarnetInProcess : IDisposable
{
    private readonly GarnetServer server;

    public GarnetInProcess()
    {
        var port = FreePort.Find().ToString(CultureInfo.InvariantCulture);
        server = new GarnetServer(["--bind", "127.0.0.1", "--port", port, "--memory", "64m", "--page", "4m", "--index", "1m", "-q"]);
        server.Start();
        Configuration = $"127.0.0.1:{port}";
    }

    /// <summary>For StackExchange.Redis.</summary>
    public string Configuration { get; }

    public void Dispose() => server.Dispose();
}
