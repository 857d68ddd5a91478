using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using WeChatSandbox.Control;
using WeChatSandbox.Wire;

namespace WeChatSandbox;

/// <summary>Puts the sandbox into an ASP.NET Core host.</summary>
public static class WeChatSandboxExtensions
{
    /// <summary>Registers the <see cref="Sandbox"/> as a singleton, on the host's <see cref="TimeProvider"/> where there is one.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddWeChatSandbox(this IServiceCollection services, Action<SandboxOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);

        services.AddOptions<SandboxOptions>().Configure(options => configure?.Invoke(options));
        services.TryAddSingleton(provider =>
            new Sandbox(provider.GetRequiredService<IOptions<SandboxOptions>>().Value, provider.GetService<TimeProvider>()));
        return services;
    }

    /// <summary>Maps WeChat's paths as they are on its servers, and the control API under <c>/sandbox/</c>.</summary>
    /// <param name="endpoints">The host's endpoints.</param>
    /// <returns>The same endpoints.</returns>
    public static IEndpointRouteBuilder MapWeChatSandbox(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);

        foreach (var api in endpoints.ServiceProvider.GetRequiredService<Sandbox>().Apis)
            WeChatEndpoint.Map(endpoints, api);

        ControlApi.Map(endpoints);
        return endpoints;
    }
}
