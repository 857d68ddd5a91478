using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace WeChat.MiniProgram.Auth;

/// <summary>One app's settings as they are now. A reload that breaks them leaves the last good ones in force: users go on logging in.</summary>
internal sealed class AppOptions(string name, IOptionsMonitor<WeChatMiniProgramOptions> monitor, ILogger logger)
{
    private WeChatMiniProgramOptions? lastGood;
    private string? reportedFailure;

    /// <exception cref="OptionsValidationException">The settings are wrong and never were right.</exception>
    public WeChatMiniProgramOptions Current
    {
        get
        {
            try
            {
                return lastGood = monitor.Get(name);
            }
            catch (OptionsValidationException exception) when (lastGood is not null)
            {
                if (Interlocked.Exchange(ref reportedFailure, exception.Message) != exception.Message)
                {
                    logger.SettingsRejected(exception.Message);
                }

                return lastGood;
            }
        }
    }
}
