using System.Net.Sockets;
using System.Text;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>
/// Answers requests over TCP in the order of their coming, the last answer again and again; <see langword="null"/>: it reads the request and
/// closes the connection in good order, as a load balancer does whose server has gone away.
/// </summary>
internal sealed class ClosingServer : IAsyncDisposable
{
    private readonly string?[] answers;
    private readonly TcpServer server;
    private int requests;

    public ClosingServer(params string?[] answers)
    {
        this.answers = answers;
        server = new(ServeAsync);
    }

    public Uri Address => new($"http://{server.Address}/");

    public int Requests => Volatile.Read(ref requests);

    public int Connections => server.Connections;

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task ServeAsync(TcpClient client, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        while (await IsAskedAsync(reader, cancellationToken))
        {
            if (answers[Math.Min(Interlocked.Increment(ref requests), answers.Length) - 1] is not { } body)
            {
                return;
            }

            var head = $"HTTP/1.1 200 OK\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n";
            await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(head + body), cancellationToken);
        }
    }

    /// <summary>Reads the lines of a request without a body, up to the empty one.</summary>
    private static async Task<bool> IsAskedAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        string? line;
        do
        {
            line = await reader.ReadLineAsync(cancellationToken);
        }
        while (line is { Length: > 0 });

        return line is not null;
    }
}
