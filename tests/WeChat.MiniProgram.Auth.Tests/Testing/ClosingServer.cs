using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>
/// Answers requests over TCP in the order of their coming, the last answer again and again; <see langword="null"/>: it reads the request and
/// closes the connection in good order, as a load balancer does whose server has gone away.
/// </summary>
internal sealed class ClosingServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly string?[] answers;
    private readonly Task accepting;
    private int requests;

    public ClosingServer(params string?[] answers)
    {
        this.answers = answers;
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Address => new($"http://{listener.LocalEndpoint}/");

    public int Requests => Volatile.Read(ref requests);

    public int Connections { get; private set; }

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
                var client = await listener.AcceptTcpClientAsync(stopping.Token);
                Connections++;
                _ = ServeAsync(client);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var ownClient = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        try
        {
            while (await IsAskedAsync(reader))
            {
                if (answers[Math.Min(Interlocked.Increment(ref requests), answers.Length) - 1] is not { } body)
                {
                    return;
                }

                var head = $"HTTP/1.1 200 OK\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n";
                await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(head + body), stopping.Token);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The other side has gone, or the test is over.
        }
    }

    /// <summary>Reads the lines of a request without a body, up to the empty one.</summary>
    private async Task<bool> IsAskedAsync(StreamReader reader)
    {
        string? line;
        do
        {
            line = await reader.ReadLineAsync(stopping.Token);
        }
        while (line is { Length: > 0 });

        return line is not null;
    }
}
