using System.Net;
using System.Net.Sockets;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>A port of this machine at which nothing listens. It is held, or the system would give it to the next server that asks for one.</summary>
internal sealed class ClosedPort : IDisposable
{
    private readonly Socket holder = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public ClosedPort() => holder.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public Uri Address => new($"http://{holder.LocalEndPoint}/");

    public void Dispose() => holder.Dispose();
}
