using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>The package over real sockets and in real time, patient and without waits between retries; what a host adds comes last.</summary>
internal sealed class LoopbackApp : IDisposable
{
    private readonly ServiceProvider services;

    public LoopbackApp(
        Sandbox sandbox,
        Uri address,
        CapturedLog? log = null,
        Action<WeChatMiniProgramOptions>? configure = null,
        Action<IWeChatMiniProgramBuilder>? build = null)
    {
        var collection = new ServiceCollection();
        if (log is not null)
        {
            collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        }

        var builder = collection.AddWeChatMiniProgram(options =>
        {
            (options.AppId, options.AppSecret, options.BaseAddress) = (sandbox.AppId, sandbox.AppSecret, address);
            options.RetryDelay = TimeSpan.FromMilliseconds(1);
            options.AttemptTimeout = options.TotalTimeout = TimeSpan.FromSeconds(30);
            configure?.Invoke(options);
        });
        build?.Invoke(builder);
        services = collection.BuildServiceProvider();
    }

    public IMiniProgramLogin Login => services.GetRequiredService<IMiniProgramLogin>();

    public IJsCodeSessionClient Sessions => services.GetRequiredService<IJsCodeSessionClient>();

    public IMiniProgramUserClient Users => services.GetRequiredService<IMiniProgramUserClient>();

    public IAccessTokenProvider AccessTokens => services.GetRequiredService<IAccessTokenProvider>();

    public IServiceProvider Services => services;

    public void Dispose() => services.Dispose();
}
