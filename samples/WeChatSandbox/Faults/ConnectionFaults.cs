using System.Text;
using WeChatSandbox.Wire;

namespace WeChatSandbox.Faults;

/// <summary>Faults that leave the client without a whole answer.</summary>
internal static class ConnectionFaults
{
    public static Task ResetBefore(Exchange exchange)
    {
        exchange.Context.Abort();
        return Task.CompletedTask;
    }

    public static Task ResetAfter(Exchange exchange)
    {
        exchange.Answer();
        exchange.Context.Abort();
        return Task.CompletedTask;
    }

    public static async Task ResetMidBody(Exchange exchange)
    {
        var body = await StartAsync(exchange);
        await exchange.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), exchange.Ended);
        await exchange.Response.Body.FlushAsync(exchange.Ended);
        exchange.Context.Abort();
    }

    public static Task Hang(Exchange exchange) => exchange.UntilEndedAsync();

    public static async Task HangAfterHeaders(Exchange exchange)
    {
        await StartAsync(exchange);
        await exchange.UntilEndedAsync();
    }

    private static async Task<byte[]> StartAsync(Exchange exchange)
    {
        var body = Encoding.UTF8.GetBytes(exchange.Answer());
        exchange.Response.ContentType = "text/plain";
        exchange.Response.ContentLength = body.Length;
        await exchange.Response.Body.FlushAsync(exchange.Ended);
        return body;
    }
}
