using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>The package in a container as a host has it, with scope and build validation on and a clock that the test moves.</summary>
internal sealed class TestApp : IDisposable
{
    public const string AppId = "wx0000000000000001";
    public const string AppSecret = "0123456789abcdef0123456789abcdef";

    private readonly ServiceProvider services;

    public TestApp(
        Action<WeChatMiniProgramOptions>? configure = null,
        Action<IWeChatMiniProgramBuilder>? build = null,
        Action<IServiceCollection>? services = null)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(Time);
        var builder = collection.AddWeChatMiniProgram(options =>
        {
            options.AppId = AppId;
            options.AppSecret = AppSecret;
            configure?.Invoke(options);
        });
        build?.Invoke(builder);
        services?.Invoke(collection);
        this.services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));

    public IMiniProgramLogin Login => Get<IMiniProgramLogin>();

    public IJsCodeSessionClient Sessions => Get<IJsCodeSessionClient>();

    public IMiniProgramUserClient Users => Get<IMiniProgramUserClient>();

    public IAccessTokenProvider AccessTokens => Get<IAccessTokenProvider>();

    public ISessionKeyStore SessionKeys => Get<ISessionKeyStore>();

    public IUserDataDecryptor Decryptor => Get<IUserDataDecryptor>();

    /// <summary>An app whose requests go to a handler, without waits between retries.</summary>
    public static TestApp Over(
        HttpMessageHandler handler,
        Action<WeChatMiniProgramOptions>? configure = null,
        CapturedLog? log = null,
        Action<IServiceCollection>? services = null,
        Action<IWeChatMiniProgramBuilder>? build = null) => new(
        options =>
        {
            options.RetryDelay = TimeSpan.Zero;
            configure?.Invoke(options);
        },
        builder =>
        {
            builder.HttpClient.ConfigurePrimaryHttpMessageHandler(() => handler);
            build?.Invoke(builder);
        },
        collection =>
        {
            AddLog(collection, log);
            services?.Invoke(collection);
        });

    /// <summary>The sandbox's first app, over real HTTP.</summary>
    public static TestApp At(
        SandboxServer server,
        Action<WeChatMiniProgramOptions>? configure = null,
        Action<IWeChatMiniProgramBuilder>? build = null,
        CapturedLog? log = null) => new(
        options =>
        {
            options.AppId = server.Sandbox.AppId;
            options.AppSecret = server.Sandbox.AppSecret;
            options.BaseAddress = server.Address;
            options.RetryDelay = TimeSpan.Zero;
            options.UserDataMaxAge = Timeout.InfiniteTimeSpan;
            configure?.Invoke(options);
        },
        build,
        services => AddLog(services, log));

    /// <summary>An app over a handler, with a session_key stored for the user of <see cref="Answers"/>.</summary>
    public static async Task<TestApp> WithUserAsync(
        HttpMessageHandler handler,
        Action<WeChatMiniProgramOptions>? configure = null,
        CapturedLog? log = null,
        Action<IServiceCollection>? services = null)
    {
        var app = Over(handler, configure, log, services);
        await app.SessionKeys.AddAsync(new(AppId, Answers.OpenId), new(Answers.SessionKey));
        return app;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public T Get<T>(string name)
        where T : notnull => services.GetRequiredKeyedService<T>(name);

    public void Dispose() => services.Dispose();

    private static void AddLog(IServiceCollection services, CapturedLog? log)
    {
        if (log is not null)
        {
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        }
    }
}
