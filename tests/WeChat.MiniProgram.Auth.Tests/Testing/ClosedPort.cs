using System.Net;
using System.Net.Sockets;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>An address on this machine at which nothing listens.</summary>
internal static class ClosedPort
{
    public static Uri Address()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}/");
    }
}
