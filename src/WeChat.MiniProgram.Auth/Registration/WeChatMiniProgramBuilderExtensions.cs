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
    /// A plain cache has no atomic update. Of two logins of one user at the same moment on two hosts, the later write wins, and the key of
    /// the other can be lost; so can a newer key, when the write of a login that was given up after
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
    /// Adds strategies of the host's own round every call to WeChat: a concurrency or rate limiter, for example. They stand outside the
    /// package's total timeout and retries, and see a failed call as one exception. Calling it again adds more, further inside.
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
