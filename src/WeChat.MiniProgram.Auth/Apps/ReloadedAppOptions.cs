using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace WeChat.MiniProgram.Auth;

/// <summary>The settings of a registered app. A reload that breaks them leaves the last good ones in force: users go on logging in.</summary>
internal sealed class ReloadedAppOptions : AppOptions, IDisposable
{
    // The binder's message quotes the value, which may be an address with a password in it: only the place and the type are told.
    private static readonly Regex Unreadable = new(@" at '(?<path>[^']*)' to type '(?<type>[^']*)'\.$", RegexOptions.CultureInvariant);

    private readonly string name;
    private readonly IOptionsMonitor<WeChatMiniProgramOptions> monitor;
    private readonly ILogger logger;
    private readonly IDisposable? changes;
    private WeChatMiniProgramOptions? lastGood;
    private string? reportedFailure;

    public ReloadedAppOptions(string name, IOptionsMonitor<WeChatMiniProgramOptions> monitor, ILogger logger)
    {
        this.name = name;
        this.monitor = monitor;
        this.logger = logger;

        // A good change counts though nothing asked for it before a bad one.
        changes = monitor.OnChange((changed, changedName) =>
        {
            if (changedName == name)
            {
                lastGood = changed;
            }
        });
    }

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
                var failure = Told(exception);
                if (Interlocked.Exchange(ref reportedFailure, failure) != failure)
                {
                    logger.SettingsRejected(failure);
                }

                return lastGood;
            }
        }
    }

    public void Dispose() => changes?.Dispose();

    private static string Told(Exception exception) => exception switch
    {
        OptionsValidationException => exception.Message,
        _ when Unreadable.Match(exception.Message) is { Success: true } match =>
            $"{match.Groups["path"].Value} could not be read as {match.Groups["type"].Value}.",
        _ => $"they could not be read ({exception.GetType().Name}).",
    };
}
