using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth;

/// <summary>A registered mini program, to be configured further.</summary>
public interface IWeChatMiniProgramBuilder
{
    /// <summary>The name under which the app's services are keyed, and which its options have; empty for the unnamed app.</summary>
    string Name { get; }

    /// <summary>The host's services.</summary>
    IServiceCollection Services { get; }

    /// <summary>
    /// The app's HTTP client: its primary handler, a proxy, handlers of your own. Such a handler sees the AppSecret in the address, so
    /// it must not log addresses; and a <c>SocketsHttpHandler</c> of your own needs an <c>ActivityHeadersPropagator</c> of
    /// <see langword="null"/>, or the runtime starts a span with the address. Retries are the package's: do not add more. Handlers that
    /// the host has for all of its clients (<c>ConfigureHttpClientDefaults</c>, a filter that adds them before it calls on) are left out of
    /// this one, and its primary handler is the package's until one is set here.
    /// </summary>
    IHttpClientBuilder HttpClient { get; }
}
