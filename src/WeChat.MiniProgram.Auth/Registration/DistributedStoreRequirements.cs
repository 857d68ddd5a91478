using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace WeChat.MiniProgram.Auth;

/// <summary>Stops a host at start whose distributed store lacks a part, and says which line adds it.</summary>
internal sealed class DistributedStoreRequirements(IEnumerable<DistributedStoreApp> apps, IServiceProvider provider)
    : IValidateOptions<WeChatMiniProgramOptions>
{
    public ValidateOptionsResult Validate(string? name, WeChatMiniProgramOptions options)
    {
        if (name is null || !apps.Any(app => app.Name == name && app.IsStillThere()))
        {
            return ValidateOptionsResult.Skip;
        }

        string?[] failures =
        [
            provider.GetService<IDistributedCache>() is null
                ? Missing(name, "IDistributedCache", "services.AddStackExchangeRedisCache(…), or another cache that all hosts share")
                : null,
            provider.GetService<IDataProtectionProvider>() is null
                ? Missing(name, "IDataProtectionProvider", "services.AddDataProtection(), with keys that all hosts share")
                : null,
        ];
        return failures.ToResult();
    }

    private static string Missing(string appName, string service, string line) =>
        $"{WeChatMiniProgramOptionsValidator.Describe(appName)}: UseDistributedSessionKeyStore() needs {service}. Add {line}.";
}
