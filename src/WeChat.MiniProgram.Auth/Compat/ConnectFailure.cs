using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace WeChat.MiniProgram.Auth;

/// <summary>Tells a request that never left (DNS, refused, TLS) from one that WeChat may have seen.</summary>
internal static class ConnectFailure
{
#if NET
    public static bool Is(HttpRequestException exception) => exception.HttpRequestError is HttpRequestError.NameResolutionError
        or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError || HasConnectCause(exception);
#else
    public static bool Is(HttpRequestException exception) => HasConnectCause(exception);
#endif

    private static bool HasConnectCause(HttpRequestException exception) => exception.InnerException switch
    {
        SocketException socket => socket.SocketErrorCode is SocketError.ConnectionRefused
            or SocketError.HostNotFound
            or SocketError.HostUnreachable
            or SocketError.HostDown
            or SocketError.NetworkUnreachable
            or SocketError.NetworkDown
            or SocketError.NoData
            or SocketError.NoRecovery
            or SocketError.TryAgain
            or SocketError.AddressNotAvailable,
        AuthenticationException => true,
        WebException web => web.Status is WebExceptionStatus.ConnectFailure
            or WebExceptionStatus.NameResolutionFailure
            or WebExceptionStatus.ProxyNameResolutionFailure
            or WebExceptionStatus.SecureChannelFailure
            or WebExceptionStatus.TrustFailure,
        _ => false,
    };
}
