using System.Runtime.CompilerServices;
using Microsoft.Extensions.Http;

namespace WeChat.MiniProgram.Auth;

/// <summary>
/// Leaves a client the handlers that the host has given to it by name. Those for all clients see the AppSecret in the address, as an error
/// tracker does, or send a code again that works once.
/// </summary>
internal sealed class OwnHandlers : IHttpMessageHandlerBuilderFilter
{
    private readonly ConditionalWeakTable<HttpMessageHandlerBuilder, DelegatingHandler[]> own = new();

    /// <summary>Comes before the client's own handlers, and after those that the host has for all.</summary>
    public static void Begin(IList<DelegatingHandler> handlers, IServiceProvider services) => handlers.Clear();

    /// <summary>Comes after the client's own handlers.</summary>
    public void End(HttpMessageHandlerBuilder builder) => own.Add(builder, [.. builder.AdditionalHandlers]);

    /// <summary>Comes after all other filters, each of which can add a handler to any client.</summary>
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (own.TryGetValue(builder, out var handlers))
        {
            builder.AdditionalHandlers.Clear();
            foreach (var handler in handlers)
            {
                builder.AdditionalHandlers.Add(handler);
            }
        }
    };
}
