using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace LoginApi.Development;

/// <summary>The last exchanges, and those to come, for each page that listens.</summary>
internal sealed class ExchangeLog
{
    public const int LongestBody = 64 * 1024;

    private const int Kept = 200;

    private static readonly BoundedChannelOptions DropsOldest = new(2 * Kept) { FullMode = BoundedChannelFullMode.DropOldest };

    private readonly Lock gate = new();
    private readonly Queue<Exchange> recent = new();
    private readonly List<ChannelWriter<Exchange>> listeners = [];

    public void Add(Exchange exchange)
    {
        lock (gate)
        {
            if (recent.Count == Kept)
                recent.Dequeue();

            recent.Enqueue(exchange);
            listeners.ForEach(listener => listener.TryWrite(exchange));
        }
    }

    public async IAsyncEnumerable<Exchange> ListenAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<Exchange>(DropsOldest);
        lock (gate)
        {
            foreach (var exchange in recent)
                channel.Writer.TryWrite(exchange);

            listeners.Add(channel.Writer);
        }

        try
        {
            await foreach (var exchange in channel.Reader.ReadAllAsync(cancellationToken))
                yield return exchange;
        }
        finally
        {
            lock (gate)
                listeners.Remove(channel.Writer);
        }
    }
}
