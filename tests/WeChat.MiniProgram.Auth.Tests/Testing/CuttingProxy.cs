using System.Net;
using System.Net.Sockets;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>
/// Passes TCP connections on to a server. On request it closes one in the middle of what the server answers, or lets them all fall silent.
/// </summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private const int Never = int.MaxValue;

    private readonly IPEndPoint server;
    private readonly TcpServer proxy;
    private int cutAfter = Never;
    private int silent;

    public CuttingProxy(string server)
    {
        this.server = IPEndPoint.Parse(server);
        proxy = new(PassOnAsync);
    }

    /// <summary>For StackExchange.Redis.</summary>
    public string Configuration => Address.ToString()!;

    public EndPoint Address => proxy.Address;

    public int Cuts { get; private set; }

    /// <summary>Closes, once, a connection after so many bytes of an answer that is longer.</summary>
    public void CutAfter(int bytes) => Volatile.Write(ref cutAfter, bytes);

    /// <summary>The connections of now stay open and pass nothing on any more, as behind a firewall that has forgotten them.</summary>
    public void Silence() => Volatile.Write(ref silent, proxy.Connections);

    public ValueTask DisposeAsync() => proxy.DisposeAsync();

    private async Task PassOnAsync(TcpClient client, CancellationToken cancellationToken)
    {
        // No other is accepted before this.
        var number = proxy.Connections;
        using var upstream = new TcpClient();
        await upstream.ConnectAsync(server, cancellationToken);
        await Task.WhenAny(
            AskAsync(client.GetStream(), upstream.GetStream(), number, cancellationToken),
            AnswerAsync(upstream.GetStream(), client.GetStream(), number, cancellationToken));
    }

    private async Task AskAsync(NetworkStream from, NetworkStream to, int number, CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        while (await from.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            await WaitIfSilentAsync(number, cancellationToken);
            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }

    private Task WaitIfSilentAsync(int number, CancellationToken cancellationToken) =>
        number <= Volatile.Read(ref silent) ? Task.Delay(Timeout.Infinite, cancellationToken) : Task.CompletedTask;

    private async Task AnswerAsync(NetworkStream from, NetworkStream to, int number, CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        while (await from.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            await WaitIfSilentAsync(number, cancellationToken);
            if (Volatile.Read(ref cutAfter) is var kept && kept < read)
            {
                Volatile.Write(ref cutAfter, Never);
                Cuts++;
                await to.WriteAsync(buffer.AsMemory(0, kept), cancellationToken);
                return;
            }

            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }
}
