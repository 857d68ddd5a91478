using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>What WeChat sees of a request, and what the client keeps of an answer.</summary>
public sealed class ConnectionTests
{
    [Test]
    public async Task ExchangeAsync_Request_NamesThePackageAndCarriesNoCookieOrTrace()
    {
        var headers = new List<Dictionary<string, string>>();
        var builder = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        await using var weChat = builder.Build();
        weChat.MapGet("/sns/jscode2session", (HttpContext context) =>
        {
            headers.Add(context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
            context.Response.Cookies.Append("session", "1");
            return Answers.Session;
        });
        await weChat.StartAsync();
        using var witness = new Witness();
        using var app = new LoopbackApp(new Sandbox(new SandboxOptions()), new Uri(weChat.Urls.Single()));

        await app.Sessions.ExchangeAsync("first");
        await app.Sessions.ExchangeAsync("second");

        Assert.That(headers, Has.Count.EqualTo(2));
        Assert.That(headers[1]["User-Agent"], Is.EqualTo("WeChat.MiniProgram.Auth/1.0.0"));
        Assert.That(headers[1]["Accept-Encoding"], Does.Contain("gzip"));
        Assert.That(headers[1].Keys, Has.None.EqualTo("Cookie"));
        if (!LibraryUnderTest.IsNetStandard)
            Assert.That(headers[1].Keys, Has.None.EqualTo("traceparent"));
    }
}
