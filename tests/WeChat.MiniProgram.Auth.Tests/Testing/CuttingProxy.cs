using System.Net;
using System.Net.Sockets;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>
/// Passes TCP connections on to a server. On request it closes one in the middle of what the server answers, or lets them all fall silent.
/// </summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private const int Never = int.MaxValue;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly IPEndPoint server;
    private readonly Task accepting;
    private int cutAfter = Never;
    private int connections;
    private int silent;

    public CuttingProxy(string server)
    {
        this.server = IPEndPoint.Parse(server);
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>For StackExchange.Redis.</summary>
    public string Configuration => listener.LocalEndpoint.ToString()!;

    public EndPoint Address => listener.LocalEndpoint;

    public int Cuts { get; private set; }

    /// <summary>Closes, once, a connection after so many bytes of an answer that is longer.</summary>
    public void CutAfter(int bytes) => Volatile.Write(ref cutAfter, bytes);

    /// <summary>The connections of now stay open and pass nothing on any more, as behind a firewall that has forgotten them.</summary>
    public void Silence() => Volatile.Write(ref silent, connections);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await accepting;
        listener.Stop();
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = PassOnAsync(await listener.AcceptTcpClientAsync(stopping.Token), number: ++connections);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task PassOnAsync(TcpClient client, int number)
    {
        using var ownClient = client;
        using var upstream = new TcpClient();
        try
        {
            await upstream.ConnectAsync(server, stopping.Token);
            await Task.WhenAny(
                AskAsync(client.GetStream(), upstream.GetStream(), number), AnswerAsync(upstream.GetStream(), client.GetStream(), number));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            // Both ends are closed below.
        }
    }

    private async Task AskAsync(NetworkStream from, NetworkStream to, int number)
    {
        var buffer = new byte[4096];
        while (await from.ReadAsync(buffer, stopping.Token) is var read and > 0)
        {
            await WaitIfSilentAsync(number);
            await to.WriteAsync(buffer.AsMemory(0, read), stopping.Token);
        }
    }

    private Task WaitIfSilentAsync(int number) =>
        number <= Volatile.Read(ref silent) ? Task.Delay(Timeout.Infinite, stopping.Token) : Task.CompletedTask;

    private async Task AnswerAsync(NetworkStream from, NetworkStream to, int number)
    {
        var buffer = new byte[4096];
        while (await from.ReadAsync(buffer, stopping.Token) is var read and > 0)
        {
            await WaitIfSilentAsync(number);
            if (Volatile.Read(ref cutAfter) is var kept && kept < read)
            {
                Volatile.Write(ref cutAfter, Never);
                Cuts++;
                await to.WriteAsync(buffer.AsMemory(0, kept), stopping.Token);
                return;
            }

            await to.WriteAsync(buffer.AsMemory(0, read), stopping.Token);
        }
    }
}
