using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Reflection;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using Polly;

namespace WeChat.MiniProgram.Auth;

/// <summary>Puts one app's services together. What belongs to an app is a keyed or plain singleton; nothing is static.</summary>
internal static class WeChatMiniProgramRegistration
{
    /// <summary>The name under which the many apps of a source have what they share. No AppID has it.</summary>
    public const string ManyAppsName = "*";

    private static readonly ProductInfoHeaderValue UserAgent = new(
        "WeChat.MiniProgram.Auth", typeof(WeChatMiniProgramRegistration).Assembly.GetCustomAttribute<AssemblyFileVersionAttribute>()?.Version);

    /// <summary>Registers one app.</summary>
    public static IWeChatMiniProgramBuilder Add(IServiceCollection services, string name)
    {
        if (name == ManyAppsName)
        {
            throw new ArgumentException($"The name {ManyAppsName} is that of AddWeChatMiniPrograms.", nameof(name));
        }

        if (TryAddShared(services, name, namesApp: true))
        {
            AddHostPipeline(services, name, WeChatPipelines.MainHostKeyOf(name));
            AddHostPipeline(services, name, WeChatPipelines.FallbackHostKeyOf(name));
            AddAppServices(services, name);
        }

        return BuilderOf(services, name);
    }

    /// <summary>Registers what finds apps when they are asked for.</summary>
    public static IWeChatMiniProgramBuilder AddMany(IServiceCollection services)
    {
        if (TryAddShared(services, ManyAppsName, namesApp: false))
        {
            services.AddSingleton<IValidateOptions<MiniProgramCacheOptions>, MiniProgramCacheOptionsValidator>();
            services.AddOptions<MiniProgramCacheOptions>().ValidateOnStart();
            services.TryAddSingleton<IMiniProgramProvider>(static provider => new MiniProgramProvider(
                provider.GetRequiredService<IMiniProgramSource>(),
                new FoundAppFactory(
                    OptionsOf(provider, ManyAppsName),
                    PartsOf(provider, ManyAppsName),
                    Resolve<ISessionKeyStore>(provider, ManyAppsName),
                    Keyed<BoundedSessionKeyStore>(provider, ManyAppsName),
                    PlatformOf(provider, ManyAppsName)),
                provider.GetRequiredService<IOptions<MiniProgramCacheOptions>>(),
                PartsOf(provider, ManyAppsName).TimeProvider));
        }

        return BuilderOf(services, ManyAppsName);
    }

    public static void UseDistributedStore(IServiceCollection services, string name)
    {
        RemoveStore(services, name);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WeChatMiniProgramOptions>, DistributedStoreRequirements>());
        TryAdd<ISessionKeyStore>(services, name, provider => new DistributedSessionKeyStore(
            OptionsOf(provider, name),
            provider.GetRequiredService<IDistributedCache>(),
            provider.GetRequiredService<IDataProtectionProvider>(),
            PartsOf(provider, name).TimeProvider,
            PartsOf(provider, name).Logger));
        var store = StoreOf(services, name);
        services.AddSingleton(new DistributedStoreApp(name, () => StoreOf(services, name) == store));
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

    public static void UseStore(IServiceCollection services, string name, Func<IServiceProvider, ISessionKeyStore> create)
    {
        RemoveStore(services, name);
        TryAdd(services, name, create);
    }

    public static void UsePlatform(IServiceCollection services, string name, Func<IServiceProvider, ComponentPlatform> create) =>
        services.AddKeyedSingleton(name, (provider, _) => create(provider));

    /// <summary>The one that the container gives, of all that are registered.</summary>
    private static ServiceDescriptor? StoreOf(IServiceCollection services, string name) => services.LastOrDefault(service =>
        service.ServiceType == typeof(ISessionKeyStore) && Equals(service.ServiceKey, name.Length == 0 ? null : name));

    private static void RemoveStore(IServiceCollection services, string name)
    {
        if (name.Length == 0)
        {
            services.RemoveAll<ISessionKeyStore>();
        }
        else
        {
            services.RemoveAllKeyed<ISessionKeyStore>(name);
        }
    }

    /// <summary>What one app needs, and many apps share: settings, HTTP client, the pipeline of a call, telemetry, store.</summary>
    private static bool TryAddShared(IServiceCollection services, string name, bool namesApp)
    {
        if (services.Any(service => service.ImplementationInstance is Registered registered && registered.Name == name))
        {
            return false;
        }

        services.AddSingleton(new Registered(name));
        AddOptions(services, name, namesApp);
        AddHttpClient(services, name);
        AddCallPipeline(services, name);
        services.AddMetrics();
        services.TryAddSingleton<WeChatTelemetry>();
        services.AddKeyedSingleton(name, (provider, _) => new AppParts(provider, name));
        services.AddKeyedSingleton<AppOptions>(name, (provider, _) => PartsOf(provider, name).Options());
        TryAdd<ISessionKeyStore>(
            services, name, provider => new InMemorySessionKeyStore(OptionsOf(provider, name), PartsOf(provider, name).TimeProvider));
        services.AddKeyedSingleton(name, (provider, _) =>
            PartsOf(provider, name).BoundedStore(Resolve<ISessionKeyStore>(provider, name), OptionsOf(provider, name)));
        return true;
    }

    private static void AddOptions(IServiceCollection services, string name, bool namesApp)
    {
        services.AddSingleton<IValidateOptions<WeChatMiniProgramOptions>>(provider => new WeChatMiniProgramOptionsValidator(
            name, needsAppId: namesApp, needsAppSecret: namesApp && PlatformOf(provider, name) is null));
        services.AddOptions<SettingsAtStart>(name)
            .Configure<IServiceProvider>((atStart, provider) => _ = OptionsOf(provider, name).Current)
            .ValidateOnStart();
    }

    private static void AddHttpClient(IServiceCollection services, string name)
    {
        var clientName = WeChatPipelines.CallKeyOf(name);
        var ownHandlers = new OwnHandlers(clientName);
        services
            .AddHttpClient(clientName, static client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.DefaultRequestHeaders.UserAgent.Add(UserAgent);
            })
            .ConfigurePrimaryHttpMessageHandler(provider => WeChatHandler.Create(OptionsOf(provider, name).Current))
            .RemoveAllLoggers();
        services.AddOptions<HttpClientFactoryOptions>(clientName)
            .PostConfigure<IEnumerable<IConfigureOptions<HttpClientFactoryOptions>>>(ownHandlers.Keep);

        // The first of the filters has the last word.
        services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter>(ownHandlers));
    }

    private static void AddCallPipeline(IServiceCollection services, string name) =>
        services.AddResiliencePipeline(WeChatPipelines.CallKeyOf(name), (builder, context) =>
        {
            context.EnableReloads<WeChatMiniProgramOptions>(name);
            Prepare(builder, context.ServiceProvider, name);
            context.GetOptions<ResilienceExtensions>(name).Configure?.Invoke(builder);
            WeChatResilience.AddCallStrategies(builder, OptionsOf(context.ServiceProvider, name).Current);
        });

    private static void AddHostPipeline(IServiceCollection services, string name, string key) =>
        services.AddResiliencePipeline(key, (builder, context) =>
        {
            Prepare(builder, context.ServiceProvider, name);
            WeChatResilience.AddHostStrategies(builder, PartsOf(context.ServiceProvider, name).Logger);
        });

    private static void Prepare(ResiliencePipelineBuilder builder, IServiceProvider provider, string name)
    {
        builder.TimeProvider = PartsOf(provider, name).TimeProvider;
        builder.ConfigureTelemetry(PartsOf(provider, name).PollyTelemetry());
    }

    private static void AddAppServices(IServiceCollection services, string name)
    {
        services.AddKeyedSingleton(name, (provider, _) => PartsOf(provider, name).WeChatFor(PartsOf(provider, name).RegisteredPipelines()));
        TryAdd<IUserDataDecryptor>(services, name, provider => PartsOf(provider, name).DecryptorFor(OptionsOf(provider, name)));
        TryAdd<IJsCodeSessionClient>(services, name, provider => new JsCodeSessionClient(
            OptionsOf(provider, name), Keyed<WeChatApiClient>(provider, name), PlatformOf(provider, name)));
        TryAdd<IAccessTokenProvider>(services, name, provider => PartsOf(provider, name).AccessTokensFor(
            OptionsOf(provider, name), Keyed<WeChatApiClient>(provider, name), PlatformOf(provider, name)));
        TryAdd<IMiniProgramLogin>(services, name, provider => PartsOf(provider, name).LoginFor(
            OptionsOf(provider, name),
            Resolve<IJsCodeSessionClient>(provider, name),
            Keyed<BoundedSessionKeyStore>(provider, name),
            Resolve<IUserDataDecryptor>(provider, name)));
        TryAdd<IMiniProgramUserClient>(services, name, provider => new MiniProgramUserClient(
            OptionsOf(provider, name),
            new(Keyed<WeChatApiClient>(provider, name), Resolve<IAccessTokenProvider>(provider, name)),
            Keyed<BoundedSessionKeyStore>(provider, name)));
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

    private static TService Keyed<TService>(IServiceProvider provider, string name)
        where TService : notnull => provider.GetRequiredKeyedService<TService>(name);

    private static AppOptions OptionsOf(IServiceProvider provider, string name) => Keyed<AppOptions>(provider, name);

    private static AppParts PartsOf(IServiceProvider provider, string name) => Keyed<AppParts>(provider, name);

    private static ComponentPlatform? PlatformOf(IServiceProvider provider, string name) => provider.GetKeyedService<ComponentPlatform>(name);

    private static WeChatMiniProgramBuilder BuilderOf(IServiceCollection services, string name) =>
        new(name, services, services.AddHttpClient(WeChatPipelines.CallKeyOf(name)));

    private sealed record Registered(string Name);
}
