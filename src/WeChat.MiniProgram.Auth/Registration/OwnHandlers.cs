using System.Runtime.CompilerServices;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace WeChat.MiniProgram.Auth;

/// <summary>
/// Leaves a client the handlers that the host has given to it by name. Those for all clients see the AppSecret in the address, as an error
/// tracker does, or send a code again that works once; a connection for all starts the runtime's span, which holds the address.
/// </summary>
internal sealed class OwnHandlers(string clientName) : IHttpMessageHandlerBuilderFilter
{
    private const string NameOfNoClient = "WeChat.MiniProgram.Auth, what is for all clients";

    private readonly ConditionalWeakTable<HttpMessageHandlerBuilder, Handlers> own = new();

    /// <summary>Keeps what is for this client, and leaves out what acts on any and what a filter gave it before.</summary>
    public void Keep(HttpClientFactoryOptions options, IEnumerable<IConfigureOptions<HttpClientFactoryOptions>> all)
    {
        var actions = options.HttpMessageHandlerBuilderActions;
        actions.Clear();
        actions.Add(static builder => builder.AdditionalHandlers.Clear());
        foreach (var configure in all.Where(static configure => !ActionsOf(configure, NameOfNoClient).Any()))
        {
            foreach (var action in ActionsOf(configure, clientName))
            {
                actions.Add(action);
            }
        }

        actions.Add(builder => own.Add(builder, new(builder.PrimaryHandler, [.. builder.AdditionalHandlers])));
    }

    /// <summary>Comes after all other filters, each of which can give a handler to any client.</summary>
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (own.TryGetValue(builder, out var handlers))
        {
            builder.PrimaryHandler = handlers.Primary;
            builder.AdditionalHandlers.Clear();
            foreach (var handler in handlers.Additional)
            {
                builder.AdditionalHandlers.Add(handler);
            }
        }
    };

    private static IList<Action<HttpMessageHandlerBuilder>> ActionsOf(IConfigureOptions<HttpClientFactoryOptions> configure, string name)
    {
        var options = new HttpClientFactoryOptions();
        if (configure is IConfigureNamedOptions<HttpClientFactoryOptions> named)
        {
            named.Configure(name, options);
        }

        return options.HttpMessageHandlerBuilderActions;
    }

    private sealed record Handlers(HttpMessageHandler Primary, DelegatingHandler[] Additional);
}
