using System.Text;
using WeChatSandbox.Wire;

namespace WeChatSandbox.Faults;

/// <summary>Faults of time and size.</summary>
internal static class StreamFaults
{
    private const int ChunkSize = 16 * 1024;

    private static readonly TimeSpan DripInterval = TimeSpan.FromMilliseconds(20);

    public static Func<Exchange, Task> Slow(TimeSpan delay) => async exchange =>
    {
        var answer = exchange.Answer();
        await Task.Delay(delay, exchange.Clock, exchange.Ended);
        await exchange.WriteAsync(answer);
    };

    public static async Task SlowDrip(Exchange exchange)
    {
        var answer = Encoding.UTF8.GetBytes(exchange.Answer());
        exchange.Response.ContentType = "text/plain";
        for (var i = 0; ; i++)
        {
            // JSON allows spaces before the last brace, so the text is never wrong and never complete.
            var drop = i < answer.Length - 1 ? answer[i] : (byte)' ';
            await exchange.Response.Body.WriteAsync(new[] { drop }, exchange.Ended);
            await exchange.Response.Body.FlushAsync(exchange.Ended);
            await Task.Delay(DripInterval, exchange.Ended);
        }
    }

    // No Content-Length: a client must count the bytes. What follows the padding is a success: a client that does not count logs in.
    public static Func<Exchange, Task> Huge(long bytes) => async exchange =>
    {
        var start = Encoding.UTF8.GetBytes("{\"padding\":\"");
        var end = Encoding.UTF8.GetBytes("\"," + exchange.Answer()[1..]);
        var chunk = new byte[ChunkSize];
        chunk.AsSpan().Fill((byte)'a');

        exchange.Response.ContentType = "text/plain";
        await exchange.Response.Body.WriteAsync(start, exchange.Ended);
        for (var left = bytes - start.Length - end.Length; left > 0; left -= ChunkSize)
            await exchange.Response.Body.WriteAsync(chunk.AsMemory(0, (int)Math.Min(left, ChunkSize)), exchange.Ended);

        await exchange.Response.Body.WriteAsync(end, exchange.Ended);
    };
}
