using System.Net;
using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>.NET Framework keeps connections apart from handlers, and would stay at an address that WeChat's name no longer has.</summary>
public sealed class ConnectionLifetimeTests
{
    [Test]
    public async Task LoginAsync_AtAHost_LimitsTheLifetimeOfItsConnections()
    {
        await using var server = await SandboxServer.StartAsync();
        var (main, fallback) = (ConnectionsTo(server.Address), ConnectionsTo(new("https://fallback.test/")));
        using var app = new LoopbackApp(
            server.Sandbox, server.Address, configure: options => options.FallbackAddress = fallback.Address);

        await app.Login.LoginAsync(server.Sandbox.Login("oXiaoming000000000000000000"));

        var fiveMinutes = (int)TimeSpan.FromMinutes(5).TotalMilliseconds;
        Assert.That((main.ConnectionLeaseTimeout, fallback.ConnectionLeaseTimeout), Is.EqualTo((fiveMinutes, fiveMinutes)));
    }

#pragma warning disable SYSLIB0014 // Obsolete where .NET Framework is not.
    private static ServicePoint ConnectionsTo(Uri address) => ServicePointManager.FindServicePoint(address, proxy: null);
#pragma warning restore SYSLIB0014
}
