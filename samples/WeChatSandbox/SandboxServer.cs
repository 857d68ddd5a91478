using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace WeChatSandbox;

/// <summary>A real HTTP server with the sandbox in it, in this process and on a free loopback port. It logs nothing.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(1);

    private readonly WebApplication app;

    private SandboxServer(WebApplication app)
    {
        this.app = app;
        Address = new Uri(app.Urls.Single());
        Sandbox = app.Services.GetRequiredService<Sandbox>();
    }

    /// <summary>Where the server listens; the base address for a client.</summary>
    public Uri Address { get; }

    /// <summary>The state behind the server.</summary>
    public Sandbox Sandbox { get; }

    /// <summary>Starts a server.</summary>
    /// <param name="configure">Changes the options.</param>
    /// <param name="timeProvider">The sandbox's clock; <see langword="null"/> is the system's.</param>
    /// <returns>The server, which answers already.</returns>
    public static async Task<SandboxServer> StartAsync(Action<SandboxOptions>? configure = null, TimeProvider? timeProvider = null)
    {
        // The empty builder reads no settings file, environment or arguments of the process that it is a guest in.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, GuestLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        if (timeProvider is not null)
            builder.Services.AddSingleton(timeProvider);

        builder.Services.AddWeChatSandbox(configure);

        var app = builder.Build();
        app.MapWeChatSandbox();
        await app.StartAsync();
        return new SandboxServer(app);
    }

    /// <summary>Stops the server and cuts the requests that hang.</summary>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
