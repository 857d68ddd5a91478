#if NET
using System.Net;
#endif

namespace WeChat.MiniProgram.Auth;

/// <summary>What netstandard2.0 cannot say about a request.</summary>
internal static class HttpRequestMessageExtensions
{
    public static void PreferHttp2(this HttpRequestMessage message)
    {
#if NET
        message.Version = HttpVersion.Version20;
        message.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
#endif
    }

    /// <summary>Takes a connection that no other request waits for, and leaves none behind that could be dead when it is taken again.</summary>
    public static void AvoidHttp2(this HttpRequestMessage message)
    {
#if NET
        message.Headers.ConnectionClose = message.RequestUri!.Scheme == Uri.UriSchemeHttps ? true : null;
#endif
    }
}
