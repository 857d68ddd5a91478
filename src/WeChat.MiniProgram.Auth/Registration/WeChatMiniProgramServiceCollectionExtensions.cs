using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace WeChat.MiniProgram.Auth;

/// <summary>Adds mini programs to a host.</summary>
/// <remarks>
/// Each registration gives singletons of <see cref="IMiniProgramLogin"/>, <see cref="IMiniProgramUserClient"/>,
/// <see cref="IJsCodeSessionClient"/>, <see cref="IUserDataDecryptor"/>, <see cref="IAccessTokenProvider"/> and
/// <see cref="ISessionKeyStore"/>: plain services for the unnamed app, keyed by its name for a named
/// one. The same name again adds to the options and changes nothing else. Time comes from the host's <see cref="TimeProvider"/>, where
/// one is registered.
/// </remarks>
public static class WeChatMiniProgramServiceCollectionExtensions
{
    private const string SectionName = "WeChatMiniProgram";

    /// <summary>Adds the unnamed app, with the settings in section <c>WeChatMiniProgram</c> of the host's configuration, where it has one.</summary>
    /// <param name="services">The host's services.</param>
    /// <returns>The app, to be configured further.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static IWeChatMiniProgramBuilder AddWeChatMiniProgram(this IServiceCollection services)
    {
        Guard.NotNull(services);
        services.AddSingleton<IOptionsChangeTokenSource<WeChatMiniProgramOptions>>(
            static provider => new ConfigurationChangeTokenSource<WeChatMiniProgramOptions>(Options.DefaultName, SectionOf(provider)));
        services.AddSingleton<IConfigureOptions<WeChatMiniProgramOptions>>(
            static provider => new ConfigureOptions<WeChatMiniProgramOptions>(options => SectionOf(provider).Bind(options)));
        return WeChatMiniProgramRegistration.Add(services, Options.DefaultName);
    }

    /// <summary>Adds the unnamed app, with settings in code.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The app, to be configured further.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static IWeChatMiniProgramBuilder AddWeChatMiniProgram(
        this IServiceCollection services, Action<WeChatMiniProgramOptions> configure) =>
        services.AddWeChatMiniProgram(Options.DefaultName, configure);

    /// <summary>Adds the unnamed app, with settings in a section of configuration; they are read again when it reloads.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="section">The section that holds <c>AppId</c>, <c>AppSecret</c> and so on.</param>
    /// <returns>The app, to be configured further.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static IWeChatMiniProgramBuilder AddWeChatMiniProgram(this IServiceCollection services, IConfiguration section) =>
        services.AddWeChatMiniProgram(Options.DefaultName, section);

    /// <summary>Adds a named app, with settings in code. Its services are keyed by the name.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="name">The name, of your choice but for <c>*</c>; empty for the unnamed app.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The app, to be configured further.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is <c>*</c>.</exception>
    public static IWeChatMiniProgramBuilder AddWeChatMiniProgram(
        this IServiceCollection services, string name, Action<WeChatMiniProgramOptions> configure)
    {
        Guard.NotNull(services);
        Guard.NotNull(name);
        Guard.NotNull(configure);
        services.Configure(name, configure);
        return WeChatMiniProgramRegistration.Add(services, name);
    }

    /// <summary>Adds a named app, with settings in a section of configuration. Its services are keyed by the name.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="name">The name, of your choice but for <c>*</c>; empty for the unnamed app.</param>
    /// <param name="section">The section that holds <c>AppId</c>, <c>AppSecret</c> and so on.</param>
    /// <returns>The app, to be configured further.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is <c>*</c>.</exception>
    public static IWeChatMiniProgramBuilder AddWeChatMiniProgram(this IServiceCollection services, string name, IConfiguration section)
    {
        Guard.NotNull(services);
        Guard.NotNull(name);
        Guard.NotNull(section);
        services.Configure<WeChatMiniProgramOptions>(name, section);
        return WeChatMiniProgramRegistration.Add(services, name);
    }

    /// <summary>
    /// Adds any number of mini programs that are not known yet: the host's <see cref="IMiniProgramSource"/>, which it registers too, finds
    /// them by AppID, and <see cref="IMiniProgramProvider"/> gives their services.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets what the apps share: all options but AppId and AppSecret.</param>
    /// <returns>The apps, to be configured further, all alike.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    /// <remarks>
    /// The apps share one pool of connections and one session_key store, which holds
    /// <see cref="WeChatMiniProgramOptions.SessionKeyCapacity"/> users of all apps together; circuits and access_tokens are each app's own.
    /// <see cref="MiniProgramCacheOptions"/> says how long and how many of them are kept.
    /// </remarks>
    public static IWeChatMiniProgramBuilder AddWeChatMiniPrograms(
        this IServiceCollection services, Action<WeChatMiniProgramOptions>? configure = null)
    {
        Guard.NotNull(services);
        if (configure is not null)
        {
            services.Configure(WeChatMiniProgramRegistration.ManyAppsName, configure);
        }

        return WeChatMiniProgramRegistration.AddMany(services);
    }

    /// <summary>Adds any number of mini programs, found by a source of the host's.</summary>
    /// <typeparam name="TSource">The source, a singleton; its constructor's parameters come from the host's services.</typeparam>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets what the apps share: all options but AppId and AppSecret.</param>
    /// <returns>The apps, to be configured further, all alike.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static IWeChatMiniProgramBuilder AddWeChatMiniPrograms<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource>(
        this IServiceCollection services, Action<WeChatMiniProgramOptions>? configure = null)
        where TSource : class, IMiniProgramSource
    {
        Guard.NotNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IMiniProgramSource, TSource>());
        return services.AddWeChatMiniPrograms(configure);
    }

    private static IConfiguration SectionOf(IServiceProvider provider) =>
        provider.GetService<IConfiguration>()?.GetSection(SectionName) ?? (IConfiguration)new ConfigurationBuilder().Build();
}
