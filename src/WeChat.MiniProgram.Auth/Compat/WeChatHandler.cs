using System.Net;

namespace WeChat.MiniProgram.Auth;

/// <summary>The connection to WeChat, by the best handler that the target has. A host's own primary handler takes its place.</summary>
internal static class WeChatHandler
{
#if NET
    // WeChat's addresses change: a connection is not kept for long.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static HttpMessageHandler Create() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = ConnectionLifetime,
        UseCookies = false,
    };
#else
    public static HttpMessageHandler Create() => new HttpClientHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        UseCookies = false,
    };
#endif
}
