using System.Net;
using System.Net.Sockets;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>Accepts TCP connections on loopback until it is disposed, and closes each one when it has been served.</summary>
internal sealed class TcpServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Func<TcpClient, CancellationToken, Task> serve;
    private readonly Task accepting;
    private int connections;

    public TcpServer(Func<TcpClient, CancellationToken, Task> serve)
    {
        this.serve = serve;
        listener.Start();
        accepting = AcceptAsync();
    }

    public EndPoint Address => listener.LocalEndpoint;

    /// <summary>How many there have been.</summary>
    public int Connections => Volatile.Read(ref connections);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await accepting;

        // Not under the loop, which would come round to a listener that listens no more.
        listener.Stop();
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stopping.Token);
                Interlocked.Increment(ref connections);
                _ = ServeAsync(client, stopping.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken cancellationToken)
    {
        using var ownClient = client;
        try
        {
            await serve(client, cancellationToken);
        }
        catch (Exception exception) when (
            exception is OperationCanceledException or IOException or SocketException or System.Security.Authentication.AuthenticationException)
        {
            // The other side has gone or has turned this one down, or the test is over.
        }
    }
}
