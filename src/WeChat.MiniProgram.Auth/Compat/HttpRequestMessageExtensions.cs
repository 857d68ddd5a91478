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
}
