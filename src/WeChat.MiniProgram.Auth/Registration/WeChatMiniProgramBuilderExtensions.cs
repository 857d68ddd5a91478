using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Polly;

namespace WeChat.MiniProgram.Auth;

/// <summary>What a host can change about a registered mini program.</summary>
public static class WeChatMiniProgramBuilderExtensions
{
    /// <summary>Keeps the app's session_keys in a store of the host's own, as a singleton.</summary>
    /// <typeparam name="TStore">The store; its constructor's parameters come from the host's services.</typeparam>
    /// <param name="builder">The app.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is <see langword="null"/>.</exception>
    public static IWeChatMiniProgramBuilder UseSessionKeyStore<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TStore>(this IWeChatMiniProgramBuilder builder)
        where TStore : class, ISessionKeyStore
    {
        Guard.NotNull(builder);
        WeChatMiniProgramRegistration.UseStore<TStore>(builder.Services, builder.Name);
        return builder;
    }

    /// <summary>Keeps the app's session_keys in a store of the host's own, made once by a callback.</summary>
    /// <param name="builder">The app.</param>
    /// <param name="create">Makes the store, with the host's services at hand.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static IWeChatMiniProgramBuilder UseSessionKeyStore(
        this IWeChatMiniProgramBuilder builder, Func<IServiceProvider, ISessionKeyStore> create)
    {
        Guard.NotNull(builder);
        Guard.NotNull(create);
        WeChatMiniProgramRegistration.UseStore(builder.Services, builder.Name, create);
        return builder;
    }

    /// <summary>
    /// Keeps the app's session_keys in the host's <c>IDistributedCache</c> (Redis, SQL Server, …), sealed by the host's ASP.NET Core Data
    /// Protection, so that all hosts behind a load balancer share them. Without either service the host does not start.
    /// </summary>
    /// <remarks>
    /// <para>
    /// All hosts must share the cache and the Data Protection keys too: with keys of its own, a host cannot open what another has stored,
    /// and its users are asked to log in again.
    /// </para>
    /// <para>
    /// A plain cache has no atomic update. Of two logins of one user at the same moment, on one host or two, the later write wins, and the
    /// key of the other can be lost; so can a newer key, when the write of a login that was given up after
    /// <see cref="WeChatMiniProgramOptions.SessionKeyStoreTimeout"/> arrives late, or when a replica lags or takes over. What was encrypted
    /// with a lost key is refused, and the mini program logs in again. A login at the moment of a logout can bring the removed keys back,
    /// until <see cref="WeChatMiniProgramOptions.SessionKeyLifetime"/> has passed.
    /// </para>
    /// </remarks>
    /// <param name="builder">The app.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is <see langword="null"/>.</exception>
    public static IWeChatMiniProgramBuilder UseDistributedSessionKeyStore(this IWeChatMiniProgramBuilder builder)
    {
        Guard.NotNull(builder);
        WeChatMiniProgramRegistration.UseDistributedStore(builder.Services, builder.Name);
        return builder;
    }

    /// <summary>
    /// Logs users in as a third-party platform does for the apps that have authorised it: by the platform's component_access_token, without
    /// any AppSecret. <see cref="IJsCodeSessionClient"/> then asks <c>/sns/component/jscode2session</c>.
    /// </summary>
    /// <param name="builder">The app; or the many apps of <c>AddWeChatMiniPrograms</c>.</param>
    /// <param name="componentAppId">The platform's AppID.</param>
    /// <param name="getComponentAccessToken">Gives the platform's current component_access_token. The host gets and renews it.</param>
    /// <param name="getAuthorizerAccessToken">
    /// Gives an app's current authorizer_access_token, by the app's AppID, for <see cref="IMiniProgramUserClient"/> and
    /// <see cref="IAccessTokenProvider"/>. Without it they throw <see cref="InvalidOperationException"/>; a login needs none.
    /// </param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException">An argument other than the last is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="componentAppId"/> is empty.</exception>
    /// <remarks>
    /// What a callback throws reaches the caller of the login or the user call; one that gives no token is an
    /// <see cref="InvalidOperationException"/> there. Its time is no part of <see cref="WeChatMiniProgramOptions.TotalTimeout"/>.
    /// A component's token that WeChat refuses fails the login. An authorizer's is asked for once more; a registered app that must know
    /// which one was refused has an <see cref="IAccessTokenProvider"/> of the host's own instead of the callback.
    /// Source: https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/login/thirdpartyCode2Session.html
    /// </remarks>
    public static IWeChatMiniProgramBuilder UseComponentPlatform(
        this IWeChatMiniProgramBuilder builder,
        string componentAppId,
        Func<CancellationToken, ValueTask<string>> getComponentAccessToken,
        Func<string, CancellationToken, ValueTask<string>>? getAuthorizerAccessToken = null)
    {
        Guard.NotNull(getComponentAccessToken);
        return builder.UseComponentPlatform(
            componentAppId,
            (_, cancellationToken) => getComponentAccessToken(cancellationToken),
            getAuthorizerAccessToken is null ? null : (_, appId, cancellationToken) => getAuthorizerAccessToken(appId, cancellationToken));
    }

    /// <summary>Logs users in as a third-party platform does; the callbacks get the host's <see cref="IServiceProvider"/>.</summary>
    /// <param name="builder">The app; or the many apps of <c>AddWeChatMiniPrograms</c>.</param>
    /// <param name="componentAppId">The platform's AppID.</param>
    /// <param name="getComponentAccessToken">Gives the platform's current component_access_token.</param>
    /// <param name="getAuthorizerAccessToken">Gives an app's current authorizer_access_token, by the app's AppID.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException">An argument other than the last is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="componentAppId"/> is empty.</exception>
    public static IWeChatMiniProgramBuilder UseComponentPlatform(
        this IWeChatMiniProgramBuilder builder,
        string componentAppId,
        Func<IServiceProvider, CancellationToken, ValueTask<string>> getComponentAccessToken,
        Func<IServiceProvider, string, CancellationToken, ValueTask<string>>? getAuthorizerAccessToken = null)
    {
        Guard.NotNull(builder);
        Guard.NotNullOrEmpty(componentAppId);
        Guard.NotNull(getComponentAccessToken);
        WeChatMiniProgramRegistration.UsePlatform(builder.Services, builder.Name, provider => new(
            componentAppId,
            cancellationToken => getComponentAccessToken(provider, cancellationToken),
            getAuthorizerAccessToken is null ? null : (appId, cancellationToken) => getAuthorizerAccessToken(provider, appId, cancellationToken)));
        return builder;
    }

    /// <summary>
    /// Adds strategies of the host's own round every call to WeChat: a concurrency or rate limiter, for example. They stand outside the
    /// package's total timeout and retries, and see a failed call as one exception. Calling it again adds more, further inside. The many
    /// apps of <c>AddWeChatMiniPrograms</c> share them: a limiter there counts the calls of all.
    /// </summary>
    /// <param name="builder">The app.</param>
    /// <param name="configure">Adds the strategies.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>The whole pipeline is in Polly's registry under <see cref="WeChatMiniProgramDiagnostics.ResiliencePipelineKey"/>.</remarks>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static IWeChatMiniProgramBuilder ConfigureResilience(
        this IWeChatMiniProgramBuilder builder, Action<ResiliencePipelineBuilder> configure)
    {
        Guard.NotNull(builder);
        Guard.NotNull(configure);
        builder.Services.Configure<ResilienceExtensions>(builder.Name, extensions => extensions.Configure += configure);
        return builder;
    }
}
