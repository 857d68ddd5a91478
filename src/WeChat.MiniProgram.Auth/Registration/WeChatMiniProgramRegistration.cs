using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Registry;
using Polly.Telemetry;

namespace WeChat.MiniProgram.Auth;

/// <summary>Puts one app's services together. What belongs to an app is a keyed or plain singleton; nothing is static.</summary>
internal static class WeChatMiniProgramRegistration
{
    private static readonly ProductInfoHeaderValue UserAgent = new(
        "WeChat.MiniProgram.Auth", typeof(WeChatMiniProgramRegistration).Assembly.GetName().Version?.ToString(fieldCount: 3));

    public static IWeChatMiniProgramBuilder Add(IServiceCollection services, string name)
    {
        var clientName = WeChatPipelines.CallKeyOf(name);
        if (!services.Any(service => service.ImplementationInstance is RegisteredApp app && app.Name == name))
        {
            services.AddSingleton(new RegisteredApp(name));
            AddOptions(services, name);
            AddHttpClient(services, name, clientName);
            AddPipelines(services, name);
            services.AddMetrics();
            services.TryAddSingleton<WeChatTelemetry>();
            AddAppServices(services, name, clientName);
        }

        return new WeChatMiniProgramBuilder(name, services, services.AddHttpClient(clientName));
    }

    public static void UseDistributedStore(IServiceCollection services, string name)
    {
        RemoveStore(services, name);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WeChatMiniProgramOptions>, DistributedStoreRequirements>());
        services.AddSingleton(new DistributedStoreApp(name));
        TryAdd<ISessionKeyStore>(services, name, provider => new DistributedSessionKeyStore(
            OptionsOf(provider, name),
            provider.GetRequiredService<IDistributedCache>(),
            provider.GetRequiredService<IDataProtectionProvider>(),
            TimeOf(provider),
            LoggerOf(provider)));
    }

    public static void UseStore<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TStore>(
        IServiceCollection services, string name)
        where TStore : class, ISessionKeyStore
    {
        RemoveStore(services, name);
        if (name.Length == 0)
        {
            services.AddSingleton<ISessionKeyStore, TStore>();
        }
        else
        {
            services.AddKeyedSingleton<ISessionKeyStore, TStore>(name);
        }
    }

    private static void RemoveStore(IServiceCollection services, string name)
    {
        if (services.FirstOrDefault(service => service.ImplementationInstance is DistributedStoreApp app && app.Name == name) is { } distributed)
        {
            services.Remove(distributed);
        }

        if (name.Length == 0)
        {
            services.RemoveAll<ISessionKeyStore>();
        }
        else
        {
            services.RemoveAllKeyed<ISessionKeyStore>(name);
        }
    }

    private static void AddOptions(IServiceCollection services, string name)
    {
        services.AddSingleton<IValidateOptions<WeChatMiniProgramOptions>>(new WeChatMiniProgramOptionsValidator(name));
        services.AddOptions<WeChatMiniProgramOptions>(name).ValidateOnStart();
    }

    private static void AddHttpClient(IServiceCollection services, string name, string clientName) => services
        .AddHttpClient(clientName, static client =>
        {
            client.Timeout = Timeout.InfiniteTimeSpan;
            client.DefaultRequestHeaders.UserAgent.Add(UserAgent);
        })
        .ConfigurePrimaryHttpMessageHandler(provider => WeChatHandler.Create(OptionsOf(provider, name).Current))
        .RemoveAllLoggers();

    private static void AddPipelines(IServiceCollection services, string name)
    {
        AddPipeline(services, name, WeChatPipelines.CallKeyOf(name), static (builder, options, extensions) =>
        {
            extensions.Configure?.Invoke(builder);
            WeChatResilience.AddCallStrategies(builder, options);
        });
        AddPipeline(services, name, WeChatPipelines.MainHostKeyOf(name), static (builder, options, _) => WeChatResilience.AddHostStrategies(builder, options));
        AddPipeline(services, name, WeChatPipelines.FallbackHostKeyOf(name), static (builder, options, _) => WeChatResilience.AddHostStrategies(builder, options));
    }

    private static void AddPipeline(
        IServiceCollection services,
        string name,
        string key,
        Action<ResiliencePipelineBuilder, WeChatMiniProgramOptions, ResilienceExtensions> addStrategies) =>
        services.AddResiliencePipeline(key, (builder, context) =>
        {
            context.EnableReloads<WeChatMiniProgramOptions>(name);
            builder.TimeProvider = TimeOf(context.ServiceProvider);
            builder.ConfigureTelemetry(QuietTelemetry(context.ServiceProvider));
            addStrategies(builder, context.GetOptions<WeChatMiniProgramOptions>(name), context.GetOptions<ResilienceExtensions>(name));
        });

    /// <summary>The host's telemetry of Polly, but for the level: three lines at Information for each login that went well are too many.</summary>
    private static TelemetryOptions QuietTelemetry(IServiceProvider provider) =>
        new(provider.GetRequiredService<IOptions<TelemetryOptions>>().Value)
        {
            SeverityProvider = static _ => ResilienceEventSeverity.Debug,
        };

    private static void AddAppServices(IServiceCollection services, string name, string clientName)
    {
        TryAdd<AppOptions>(services, name, provider => new(
            name, provider.GetRequiredService<IOptionsMonitor<WeChatMiniProgramOptions>>(), LoggerOf(provider)));
        TryAdd<ISessionKeyStore>(services, name, provider => new InMemorySessionKeyStore(OptionsOf(provider, name), TimeOf(provider)));
        TryAdd<IUserDataDecryptor>(services, name, provider => new UserDataDecryptor(OptionsOf(provider, name), TimeOf(provider)));
        TryAdd<IJsCodeSessionClient>(
            services, name, provider => new JsCodeSessionClient(OptionsOf(provider, name), Resolve<WeChatApiClient>(provider, name)));
        TryAdd<WeChatApiClient>(services, name, provider =>
        {
            var pipelines = new WeChatPipelines(name, provider.GetRequiredService<ResiliencePipelineProvider<string>>());
            var hosts = new WeChatHosts(clientName, provider.GetRequiredService<IHttpClientFactory>(), pipelines, TimeOf(provider));
            return new(hosts, pipelines, TimeOf(provider), provider.GetRequiredService<WeChatTelemetry>(), LoggerOf(provider));
        });
        TryAdd<IMiniProgramLogin>(services, name, provider => new MiniProgramLogin(
            OptionsOf(provider, name),
            Resolve<IJsCodeSessionClient>(provider, name),
            new BoundedSessionKeyStore(
                Resolve<ISessionKeyStore>(provider, name),
                OptionsOf(provider, name),
                TimeOf(provider),
                provider.GetRequiredService<WeChatTelemetry>()),
            Resolve<IUserDataDecryptor>(provider, name),
            LoggerOf(provider)));
    }

    private static void TryAdd<TService>(IServiceCollection services, string name, Func<IServiceProvider, TService> create)
        where TService : class
    {
        if (name.Length == 0)
        {
            services.TryAddSingleton(create);
        }
        else
        {
            services.TryAddKeyedSingleton(name, (provider, _) => create(provider));
        }
    }

    private static TService Resolve<TService>(IServiceProvider provider, string name)
        where TService : notnull =>
        name.Length == 0 ? provider.GetRequiredService<TService>() : provider.GetRequiredKeyedService<TService>(name);

    private static AppOptions OptionsOf(IServiceProvider provider, string name) => Resolve<AppOptions>(provider, name);

    private static TimeProvider TimeOf(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;

    private static ILogger LoggerOf(IServiceProvider provider) =>
        (provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger(WeChatMiniProgramDiagnostics.LoggerCategory);

    private sealed record RegisteredApp(string Name);
}
