using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace WeChat.MiniProgram.Auth;

/// <summary>Stops a host at start that serves many mini programs without a source of them, or keeps them for no time.</summary>
internal sealed class MiniProgramCacheOptionsValidator(IServiceProvider provider) : IValidateOptions<MiniProgramCacheOptions>
{
    public ValidateOptionsResult Validate(string? name, MiniProgramCacheOptions options)
    {
        string?[] failures =
        [
            provider.GetService<IServiceProviderIsService>()?.IsService(typeof(IMiniProgramSource)) == false
                ? "AddWeChatMiniPrograms() needs an IMiniProgramSource. Add services.AddSingleton<IMiniProgramSource, …>()."
                : null,
            options.Capacity < 1 ? $"MiniProgramCacheOptions.Capacity is {options.Capacity}; it must be 1 or more." : null,
            TimeFailure(options.CredentialsLifetime, nameof(options.CredentialsLifetime)),
            TimeFailure(options.IdleLifetime, nameof(options.IdleLifetime)),
            TimeFailure(options.SearchTimeout, nameof(options.SearchTimeout)),
        ];
        return failures.ToResult();
    }

    private static string? TimeFailure(TimeSpan value, string setting) =>
        value <= TimeSpan.Zero || value > TimeSpan.FromDays(1)
            ? $"MiniProgramCacheOptions.{setting} is {value}; it must be more than nothing and a day at most."
            : null;
}
