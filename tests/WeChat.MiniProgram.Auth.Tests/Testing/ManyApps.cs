using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>A host of any number of mini programs over one stand-in for WeChat; "a" and "b" are known from the beginning.</summary>
internal sealed class ManyApps : IDisposable
{
    public const string A = "wx000000000000000a";
    public const string B = "wx000000000000000b";

    private readonly ServiceProvider services;

    public ManyApps(
        Action<WeChatMiniProgramOptions>? configure = null,
        Action<MiniProgramCacheOptions>? cache = null,
        Action<IWeChatMiniProgramBuilder>? build = null)
    {
        (Source[A], Source[B]) = (new("secret-of-the-app-a"), new("secret-of-the-app-b"));
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(Time);
        collection.AddSingleton<IMiniProgramSource>(Source);
        collection.Configure<MiniProgramCacheOptions>(options => cache?.Invoke(options));
        var builder = collection.AddWeChatMiniPrograms(options =>
        {
            options.RetryDelay = TimeSpan.Zero;
            configure?.Invoke(options);
        });
        builder.HttpClient.ConfigurePrimaryHttpMessageHandler(() => WeChat);
        build?.Invoke(builder);
        services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));

    public KnownApps Source { get; } = new();

    public WeChatByPath WeChat { get; } = new();

    public IServiceProvider Services => services;

    private IMiniProgramProvider Apps => services.GetRequiredService<IMiniProgramProvider>();

    public Task<IMiniProgram> GetAsync(string appId, CancellationToken cancellationToken = default) =>
        Apps.GetAsync(appId, cancellationToken).AsTask();

    public void Dispose()
    {
        services.Dispose();
        WeChat.Dispose();
    }
}
