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
                lastGood = monitor.Get(name);
                Volatile.Write(ref reportedFailure, null);
                return lastGood;
            }
#pragma warning disable CA1031 // A value that is not read as its type throws otherwise than one that the check rejects.
            catch (Exception exception) when (lastGood is not null)
#pragma warning restore CA1031
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
