using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
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
        if (builder.Name.Length == 0)
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<ISessionKeyStore, TStore>());
        }
        else
        {
            builder.Services.RemoveAllKeyed<ISessionKeyStore>(builder.Name);
            builder.Services.AddKeyedSingleton<ISessionKeyStore, TStore>(builder.Name);
        }

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
