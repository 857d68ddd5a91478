using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>A quiet host on a free loopback port, with what the guide adds to one, and a client for it.</summary>
internal sealed class GuideHost : IAsyncDisposable
{
    private GuideHost(WebApplication app)
    {
        App = app;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public WebApplication App { get; }

    public HttpClient Http { get; }

    public static async Task<GuideHost> StartAsync(Action<WebApplicationBuilder> add, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        add(builder);
        var app = builder.Build();
        map(app);
        return await StartAsync(app);
    }

    public static async Task<GuideHost> StartAsync(WebApplication app)
    {
        await app.StartAsync();
        return new(app);
    }

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent? content = null) => Http.PostAsync(new Uri(path, UriKind.Relative), content);

    public Task<HttpResponseMessage> PostCodeAsync(string path, string code) => Http.PostAsJsonAsync(path, code);

    /// <summary>Logs in, and sends the token that the host answered with from then on.</summary>
    public async Task SignInAsync(string path, string code)
    {
        using var answer = JsonDocument.Parse(await TextOfPostCodeAsync(path, code));
        Http.DefaultRequestHeaders.Authorization = new("Bearer", answer.RootElement.GetProperty("accessToken").GetString());
    }

    public Task<string> TextOfPostAsync(string path, HttpContent content) => TextOfAsync(PostAsync(path, content));

    public Task<string> TextOfPostCodeAsync(string path, string code) => TextOfAsync(PostCodeAsync(path, code));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await App.DisposeAsync();
    }

    private static async Task<string> TextOfAsync(Task<HttpResponseMessage> posting)
    {
        using var response = await posting;
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }
}
