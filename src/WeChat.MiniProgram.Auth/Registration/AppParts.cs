using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Polly.Registry;
using Polly.Telemetry;

namespace WeChat.MiniProgram.Auth;

/// <summary>Makes the parts of an app out of the host's services, for registered apps and for those that a source finds.</summary>
internal sealed class AppParts(IServiceProvider provider, string name)
{
    // Polly's name for it.
    private const string ReloadFailed = "ReloadFailed";

    public TimeProvider TimeProvider { get; } = provider.GetService<TimeProvider>() ?? TimeProvider.System;

    public ILogger Logger { get; } =
        (provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger(WeChatMiniProgramDiagnostics.LoggerCategory);

    private WeChatTelemetry Telemetry => provider.GetRequiredService<WeChatTelemetry>();

    private ResiliencePipelineProvider<string> Pipelines => provider.GetRequiredService<ResiliencePipelineProvider<string>>();

    public ReloadedAppOptions Options() => new(name, provider.GetRequiredService<IOptionsMonitor<WeChatMiniProgramOptions>>(), Logger);

    public RegisteredPipelines RegisteredPipelines() => new(name, Pipelines);

    public OwnPipelines OwnPipelines() => new(name, Pipelines, TimeProvider, PollyTelemetry(), Logger);

    public WeChatApiClient WeChatFor(WeChatPipelines pipelines)
    {
        var clients = provider.GetRequiredService<IHttpClientFactory>();
        var hosts = new WeChatHosts(WeChatPipelines.CallKeyOf(name), clients, pipelines, TimeProvider);
        return new(hosts, pipelines, TimeProvider, Telemetry, Logger);
    }

    public UserDataDecryptor DecryptorFor(AppOptions options) => new(options, TimeProvider);

    public IAccessTokenProvider AccessTokensFor(AppOptions options, WeChatApiClient weChat, ComponentPlatform? platform) =>
        platform is null
            ? new StableAccessTokenProvider(options, weChat, TimeProvider)
            : new AuthorizerAccessTokenProvider(options, platform);

    public BoundedSessionKeyStore BoundedStore(ISessionKeyStore store, AppOptions options) => new(store, options, TimeProvider, Telemetry);

    public MiniProgramLogin LoginFor(
        AppOptions options, IJsCodeSessionClient sessions, BoundedSessionKeyStore sessionKeys, IUserDataDecryptor userData) =>
        new(options, sessions, sessionKeys, userData, Logger);

    /// <summary>
    /// The host's telemetry of Polly, but for the level: three lines at Information for each login that went well are too many. That a changed
    /// pipeline could not be built is no event of a login.
    /// </summary>
    public TelemetryOptions PollyTelemetry() => new(provider.GetRequiredService<IOptions<TelemetryOptions>>().Value)
    {
        SeverityProvider = static arguments =>
            arguments.Event.EventName == ReloadFailed ? arguments.Event.Severity : ResilienceEventSeverity.Debug,
    };
}
