using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace WeChat.MiniProgram.Auth;

/// <summary>Adds mini programs to a host.</summary>
/// <remarks>
/// Each registration gives singletons of <see cref="IMiniProgramLogin"/>, <see cref="IJsCodeSessionClient"/>,
/// <see cref="IUserDataDecryptor"/> and <see cref="ISessionKeyStore"/>: plain services for the unnamed app, keyed by its name for a named
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
    /// <param name="name">The name, of your choice; empty for the unnamed app.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The app, to be configured further.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
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
    /// <param name="name">The name, of your choice; empty for the unnamed app.</param>
    /// <param name="section">The section that holds <c>AppId</c>, <c>AppSecret</c> and so on.</param>
    /// <returns>The app, to be configured further.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static IWeChatMiniProgramBuilder AddWeChatMiniProgram(this IServiceCollection services, string name, IConfiguration section)
    {
        Guard.NotNull(services);
        Guard.NotNull(name);
        Guard.NotNull(section);
        services.Configure<WeChatMiniProgramOptions>(name, section);
        return WeChatMiniProgramRegistration.Add(services, name);
    }

    private static IConfiguration SectionOf(IServiceProvider provider) =>
        provider.GetService<IConfiguration>()?.GetSection(SectionName) ?? (IConfiguration)new ConfigurationBuilder().Build();
}
