using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>The quickest WeChat there can be on loopback: it answers one fixed body, so that the server's time hides little of the client's.</summary>
internal sealed class QuickServer : IAsyncDisposable
{
    public const string Code = "0b3N2xGa1TestCodeOfOneLogin0z9y8";

    private readonly WebApplication app;

    private QuickServer(WebApplication app) => (this.app, Address) = (app, new Uri(app.Urls.Single()));

    public static byte[] Session { get; } = Encoding.UTF8.GetBytes(
        """{"session_key":"tiihtNczf5v6AKRyjwEUhQ==","openid":"oGZUI0egBJY1zhBYw2KhdUfwVJJE","unionid":"ocMvos6NjeKLIBqg5Mr9QjxrP1FA"}""");

    public static byte[] Rejection { get; } = Encoding.UTF8.GetBytes(
        """{"errcode":40029,"errmsg":"invalid code, rid: 66c69111-4157f271-729ca238"}""");

    public Uri Address { get; }

    public static async Task<QuickServer> StartAsync(byte[] body)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(context =>
        {
            context.Response.ContentType = "text/plain";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
        });
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
