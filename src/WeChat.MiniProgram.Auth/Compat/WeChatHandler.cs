using System.Net;

namespace WeChat.MiniProgram.Auth;

/// <summary>The connection to WeChat, by the best handler that the target has. A host's own primary handler takes its place.</summary>
internal static class WeChatHandler
{
    // WeChat's addresses change: a connection is not kept for long.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

#if NET
    // A timeout ends a request and not its HTTP/2 connection: were that one dead, all further calls would try it first.
    private static readonly TimeSpan PingAfterSilence = TimeSpan.FromSeconds(1);

    public static HttpMessageHandler Create(WeChatMiniProgramOptions options) => new SocketsHttpHandler
    {
        // With no propagator the runtime starts no span of its own, which would hold the whole address, and sends WeChat no trace id.
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,

        // Less than an attempt may take: a host that swallows packets is then known not to have seen the code, and the other one is asked.
        ConnectTimeout = TimeSpan.FromTicks(options.AttemptTimeout.Ticks / 2),
        EnableMultipleHttp2Connections = true,
        KeepAlivePingDelay = PingAfterSilence,
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        KeepAlivePingTimeout = PingAfterSilence,
        PlaintextStreamFilter = static (context, _) => new(new AnswerDueStream(context.PlaintextStream)),
        PooledConnectionLifetime = ConnectionLifetime,
        UseCookies = false,
    };
#else
    public static HttpMessageHandler Create(WeChatMiniProgramOptions options)
    {
        LimitLifetimeOfConnectionsTo(options.BaseAddress);
        if (options.FallbackAddress is { } fallback)
        {
            LimitLifetimeOfConnectionsTo(fallback);
        }

        return new HttpClientHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,

            // .NET Framework's own limit is two.
            MaxConnectionsPerServer = int.MaxValue,
            UseCookies = false,
        };
    }

    // .NET Framework keeps a host's connections for the whole process, and no new handler ends them.
    private static void LimitLifetimeOfConnectionsTo(Uri address) =>
        ServicePointManager.FindServicePoint(address, proxy: null).ConnectionLeaseTimeout = (int)ConnectionLifetime.TotalMilliseconds;
#endif
}
