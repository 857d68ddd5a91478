using Microsoft.Extensions.Options;

namespace WeChat.MiniProgram.Auth;

/// <summary>What the checks of settings have in common.</summary>
internal static class OptionsFailures
{
    /// <summary>The result of checks of which each gave a message, or null.</summary>
    public static ValidateOptionsResult ToResult(this IEnumerable<string?> failures)
    {
        var messages = failures.OfType<string>().ToList();
        return messages.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(messages);
    }
}
