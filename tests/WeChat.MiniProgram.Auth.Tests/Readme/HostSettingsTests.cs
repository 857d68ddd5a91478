using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace WeChat.MiniProgram.Auth.Tests;

internal sealed class HostSettingsTests : GuideFixture
{
    [Test]
    public void Settings_AllOfTheGuide_MakeAHost()
    {
        var services = new ServiceCollection();
        var vault = new Dictionary<string, string?> { ["Vault:WeChatAppSecret"] = "secret" };
        HostSettings.InCode(new(services, new ConfigurationBuilder().AddInMemoryCollection(vault).Build()));
        HostSettings.Proxy(new(services));
        HostSettings.Limiter(new(services));
        HostSettings.Telemetry(new(services));
        using var provider = services.BuildServiceProvider();
        var options = provider.GetRequiredService<IOptions<WeChatMiniProgramOptions>>().Value;

        Assert.That(provider.GetRequiredService<IMiniProgramLogin>(), Is.Not.Null);
        Assert.That(options.AppSecret, Is.EqualTo("secret"));
        Assert.That(options.SessionKeyLifetime, Is.EqualTo(TimeSpan.FromDays(7)));
    }

    [Test]
    public async Task Proxy_Login_GoesThroughItByTheHandlerOfThePackage()
    {
        SocketsHttpHandler? primary = null;
        EndPoint? connectedTo = null;
        using var app = TestApp.At(Server, options => options.BaseAddress = new Uri("http://wechat.invalid/"), builder =>
        {
            if (LibraryUnderTest.IsNetStandard)
            {
                builder.HttpClient.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler());
            }

            HostSettings.Proxy(new(builder.Services));
            builder.HttpClient.ConfigurePrimaryHttpMessageHandler((handler, _) =>
            {
                primary = (SocketsHttpHandler)handler;
                primary.ConnectCallback = (context, cancellationToken) =>
                {
                    connectedTo = context.DnsEndPoint;
                    return ConnectToWeChatAsync(cancellationToken);
                };
            });
        });

        var user = await app.Login.LoginAsync(WeChat.Login(OpenId));

        Assert.That(user.OpenId, Is.EqualTo(OpenId));
        Assert.That(connectedTo, Is.EqualTo(new DnsEndPoint("proxy.internal", 3128)));
        if (!LibraryUnderTest.IsNetStandard)
        {
            Assert.That(primary!.AllowAutoRedirect, Is.False);
            Assert.That(primary.ActivityHeadersPropagator, Is.Null);
            Assert.That(primary.AutomaticDecompression, Is.EqualTo(DecompressionMethods.All));
            Assert.That(primary.EnableMultipleHttp2Connections, Is.True);
            Assert.That(primary.PooledConnectionLifetime, Is.EqualTo(TimeSpan.FromMinutes(5)), "WeChat's addresses change");
        }
    }

    [Test]
    public void HttpClient_PrimaryHandler_IsOfTheTypeThatThePageNames()
    {
        HttpMessageHandler? primary = null;
        using var app = TestApp.At(
            Server, build: builder => builder.HttpClient.ConfigurePrimaryHttpMessageHandler((handler, _) => primary = handler));

        app.Get<IHttpMessageHandlerFactory>().CreateHandler(WeChatMiniProgramDiagnostics.ResiliencePipelineKey(""));

        Assert.That(primary, Is.TypeOf(LibraryUnderTest.IsNetStandard ? typeof(HttpClientHandler) : typeof(SocketsHttpHandler)));
    }

    /// <summary>The sandbox answers what a proxy is asked, too: an address of any host.</summary>
    private async ValueTask<Stream> ConnectToWeChatAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, Server.Address.Port, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
