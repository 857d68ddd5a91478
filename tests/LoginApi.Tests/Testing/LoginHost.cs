using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace LoginApi.Tests.Testing;

/// <summary>LoginApi as it is, behind its own Kestrel on a free port, on a clock that the test moves. It logs to nowhere but to the test.</summary>
internal sealed class LoginHost : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string?> settings = new()
    {
        ["WeChatMiniProgram:MaxRetryAttempts"] = "0", // their waits would be on the clock that stands still
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = null,
        ["urls"] = "http://127.0.0.1:0", // UseKestrel(0) sets the port while the host may have begun to listen
    };

    private readonly Action<IServiceCollection>? services;

    private LoginHost(string environment, IEnumerable<(string Name, string? Value)> settings, Action<IServiceCollection>? services)
    {
        Environment = environment;
        this.services = services;
        foreach (var (name, value) in settings)
            this.settings[name] = value;
    }

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UtcNow);

    public CapturedLog Log { get; } = new();

    public Uri Address { get; private set; } = null!;

    private string Environment { get; }

    /// <summary>In production, with a sandbox for WeChat.</summary>
    public static LoginHost Start(
        SandboxServer weChat, IEnumerable<(string Name, string? Value)>? settings = null, Action<IServiceCollection>? services = null) => Start(
        "Production",
        [
            ("WeChatMiniProgram:AppId", weChat.Sandbox.AppId),
            ("WeChatMiniProgram:AppSecret", weChat.Sandbox.AppSecret),
            ("WeChatMiniProgram:BaseAddress", weChat.Address.ToString()),
            .. settings ?? [],
        ],
        services);

    public static LoginHost Start(
        string environment, IEnumerable<(string Name, string? Value)> settings, Action<IServiceCollection>? services = null)
    {
        var host = new LoginHost(environment, settings, services);
        host.UseKestrel();
        host.StartServer();
        host.Address = host.ClientOptions.BaseAddress;
        return host;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        foreach (var (name, value) in settings.Where(setting => setting.Value is not null))
            builder.UseSetting(name, value);

        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
        builder.ConfigureServices(collection =>
        {
            collection.AddSingleton<TimeProvider>(Time);
            if (!settings.ContainsKey("ConnectionStrings:Redis"))
                collection.AddDataProtection().UseEphemeralDataProtectionProvider();

            services?.Invoke(collection);
        });
    }
}
