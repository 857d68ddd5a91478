using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>One connection carries all calls, and a timeout does not end it: a dead one must not take every login with it.</summary>
public sealed class Http2Tests
{
    [Test]
    public async Task ExchangeAsync_ConnectionThatFallsSilent_IsGivenUpForANewOne()
    {
        var protocols = new ConcurrentQueue<string>();
        using var certificate = SelfSigned.Certificate("localhost");
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        await using var server = builder.Build();
        server.Run(context =>
        {
            protocols.Enqueue(context.Request.Protocol);
            return context.Response.WriteAsync(Answers.Session);
        });
        await server.StartAsync();
        await using var network = new CuttingProxy(new Uri(server.Urls.Single()).Authority);
        using var app = new LoopbackApp(
            new Sandbox(new SandboxOptions()),
            new Uri($"https://{network.Address}/"),
            configure: options => options.AttemptTimeout = TimeSpan.FromSeconds(10),
            build: app => app.HttpClient.ConfigurePrimaryHttpMessageHandler((handler, _) =>
                ((SocketsHttpHandler)handler).SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => certificate.Equals(shown)));
        await app.Sessions.ExchangeAsync("first");
        await app.Sessions.ExchangeAsync("second");

        network.Silence();
        await app.Sessions.ExchangeAsync("third");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => app.Sessions.ExchangeAsync("fourth")));
        await app.Sessions.ExchangeAsync("last");

        Assert.That(protocols, Has.Count.EqualTo(9));
        Assert.That(string.Join(", ", protocols.Take(3)), Is.EqualTo("HTTP/1.1, HTTP/2, HTTP/1.1"));
        Assert.That(protocols.Last(), Is.EqualTo("HTTP/2"));
    }
}
