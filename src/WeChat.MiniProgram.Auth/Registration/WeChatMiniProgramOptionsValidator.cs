using System.Globalization;
using Microsoft.Extensions.Options;

namespace WeChat.MiniProgram.Auth;

/// <summary>
/// Checks one app's settings. Its messages name the app and the setting; they show times and counts and never the texts. Written by
/// hand because a generated validator can neither name the app nor compare two settings.
/// </summary>
internal sealed class WeChatMiniProgramOptionsValidator(string appName, bool needsAppId, bool needsAppSecret) : IValidateOptions<WeChatMiniProgramOptions>
{
    private const int MaxRetries = 10;
    private static readonly TimeSpan MinTimeout = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromDays(1);
    private static readonly TimeSpan MaxLifetime = TimeSpan.FromDays(3650);

    public static string Describe(string name) => name switch
    {
        "" => "WeChat mini program (unnamed; only AddWeChatMiniProgram() without an argument reads section WeChatMiniProgram)",
        WeChatMiniProgramRegistration.ManyAppsName => "WeChat mini programs (AddWeChatMiniPrograms)",
        _ => $"WeChat mini program '{name}'",
    };

    public ValidateOptionsResult Validate(string? name, WeChatMiniProgramOptions options)
    {
        if (name != appName)
        {
            return ValidateOptionsResult.Skip;
        }

        return FailuresOf(options).Select(failure => $"{Describe(appName)}: {failure}").ToResult();
    }

    private IEnumerable<string> FailuresOf(WeChatMiniProgramOptions options)
    {
        string?[] failures =
        [
            needsAppId ? TextFailure(options.AppId, nameof(options.AppId)) : null,
            needsAppSecret ? TextFailure(options.AppSecret, nameof(options.AppSecret)) : null,
            options.BaseAddress is null
                ? "BaseAddress is required."
                : AddressFailure(options.BaseAddress, nameof(options.BaseAddress)),
            options.FallbackAddress is null ? null : AddressFailure(options.FallbackAddress, nameof(options.FallbackAddress)),
            options.MaxRetryAttempts is < 0 or > MaxRetries
                ? $"MaxRetryAttempts is {Invariant(options.MaxRetryAttempts)}; it must be from 0 to {MaxRetries}."
                : null,
            TimeFailure(options.TotalTimeout, nameof(options.TotalTimeout), MinTimeout, MaxTimeout),
            TimeFailure(options.AttemptTimeout, nameof(options.AttemptTimeout), MinTimeout, MaxTimeout),
            TimeFailure(options.RetryDelay, nameof(options.RetryDelay), TimeSpan.Zero, MaxTimeout),
            NotLongerThanTotal(options.AttemptTimeout, nameof(options.AttemptTimeout), options.TotalTimeout),
            NotLongerThanTotal(options.RetryDelay, nameof(options.RetryDelay), options.TotalTimeout),
            TimeFailure(options.SessionKeyLifetime, nameof(options.SessionKeyLifetime), MinTimeout, MaxLifetime),
            options.SessionKeyCapacity < 1
                ? $"SessionKeyCapacity is {Invariant(options.SessionKeyCapacity)}; it must be 1 or more."
                : null,
            TimeFailure(options.SessionKeyStoreTimeout, nameof(options.SessionKeyStoreTimeout), MinTimeout, MaxTimeout),
            options.UserDataMaxAge == Timeout.InfiniteTimeSpan
                ? null
                : TimeFailure(options.UserDataMaxAge, nameof(options.UserDataMaxAge), MinTimeout, MaxLifetime),
        ];
        return failures.OfType<string>();
    }

    private static string? TextFailure(string? text, string setting) =>
        string.IsNullOrWhiteSpace(text) ? $"{setting} is required. It is on the development settings page of mp.weixin.qq.com. Set it in configuration, where user secrets are read in the "
            + "Development environment alone, or in code."
        : text!.Trim() != text ? $"{setting} begins or ends with white space."
        : null;

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? AddressFailure(Uri address, string setting) =>
        !address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
            ? $"{setting} must be an absolute http or https address."
        : address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0
            ? $"{setting} must have no user name, query or fragment."
        : null;

    private static string? TimeFailure(TimeSpan value, string setting, TimeSpan min, TimeSpan max) =>
        value < min || value > max ? $"{setting} is {value}; it must be from {min} to {max}." : null;

    private static string? NotLongerThanTotal(TimeSpan value, string setting, TimeSpan total) =>
        value > total ? $"{setting} ({value}) must not be longer than TotalTimeout ({total})." : null;
}
