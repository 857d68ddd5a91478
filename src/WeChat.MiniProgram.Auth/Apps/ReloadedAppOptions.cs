using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace WeChat.MiniProgram.Auth;

/// <summary>The settings of a registered app. A reload that breaks them leaves the last good ones in force: users go on logging in.</summary>
internal sealed class ReloadedAppOptions(string name, IOptionsMonitor<WeChatMiniProgramOptions> monitor, ILogger logger) : AppOptions
{
    private WeChatMiniProgramOptions? lastGood;
    private string? reportedFailure;

    public override WeChatMiniProgramOptions Current
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
