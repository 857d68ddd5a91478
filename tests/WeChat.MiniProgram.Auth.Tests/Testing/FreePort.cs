using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>A port for a server that has to be told one. It is none of those that the system itself gives to a connection meanwhile.</summary>
internal static class FreePort
{
    public static int Find()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(10_000, 30_000);
            using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException exception) when (exception.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
            {
                // Somebody's: another one.
            }
        }
    }
}
