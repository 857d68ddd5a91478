using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>A sandbox for each test on a clock that the test moves, and a plain client that speaks to it over real HTTP.</summary>
public abstract class SandboxFixture
{
    protected const string OpenId = "o1";

    private SandboxServer server = null!;

    protected FakeTimeProvider Time { get; private set; } = null!;

    protected HttpClient Http { get; private set; } = null!;

    protected Sandbox WeChat => server.Sandbox;

    [SetUp]
    public async Task StartAsync()
    {
        Time = new(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));
        server = await SandboxServer.StartAsync(Configure, Time);
        Http = new HttpClient { BaseAddress = server.Address };
        WeChat.Login(OpenId, "u1");
    }

    [TearDown]
    public async Task StopAsync()
    {
        Http.Dispose();
        await server.DisposeAsync();
    }

    protected virtual void Configure(SandboxOptions options)
    {
    }

    /// <summary>The path with a good access_token of the first app.</summary>
    protected string WithToken(string path) => $"{path}?access_token={WeChat.AccessToken()}";

    protected async Task<JsonElement> GetAsync(string url)
    {
        using var response = await Http.GetAsync(new Uri(url, UriKind.Relative));
        return await ReadAsync(response);
    }

    protected async Task<JsonElement> PostAsync(string url, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await Http.PostAsync(new Uri(url, UriKind.Relative), content);
        return await ReadAsync(response);
    }

    /// <summary>Every answer is a 200 of plain text, and an error ends with a rid of this moment.</summary>
    private async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        Assert.That((int)response.StatusCode, Is.EqualTo(200));
        Assert.That(response.Content.Headers.ContentType?.ToString(), Is.EqualTo("text/plain"));
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var answer = document.RootElement.Clone();
        if (answer.TryGetProperty("errmsg", out var errmsg) && errmsg.GetString() != "ok")
            Assert.That(errmsg.GetString(), Does.Match($"rid: {Time.GetUtcNow().ToUnixTimeSeconds():x8}-[0-9a-f]{{8}}-[0-9a-f]{{8}}$"));

        return answer;
    }
}
