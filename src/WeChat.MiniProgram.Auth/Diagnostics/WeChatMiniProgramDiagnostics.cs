namespace WeChat.MiniProgram.Auth;

/// <summary>
/// The names under which the package tells what it does. Nothing that it tells, at any level, shows a secret, a code or a user.
/// </summary>
public static class WeChatMiniProgramDiagnostics
{
    /// <summary>The category of every log line of the package.</summary>
    public const string LoggerCategory = "WeChat.MiniProgram.Auth";

    /// <summary>The source of the spans: one of kind client a call, named for the API, whatever the number of its attempts.</summary>
    public const string ActivitySourceName = "WeChat.MiniProgram.Auth";

    /// <summary>The meter of the instruments below.</summary>
    public const string MeterName = "WeChat.MiniProgram.Auth";

    /// <summary>A histogram: how long calls took, with all their attempts, in seconds.</summary>
    public const string RequestDurationInstrumentName = "wechat.request.duration";

    /// <summary>A counter: calls that failed.</summary>
    public const string RequestErrorsInstrumentName = "wechat.request.errors";

    /// <summary>A counter: reads and writes of the session_key store that failed or took too long.</summary>
    public const string SessionKeyStoreErrorsInstrumentName = "wechat.session_key_store.errors";

    /// <summary>Tag of spans and measurements: the mini program's AppID.</summary>
    public const string AppIdTag = "wechat.app_id";

    /// <summary>Tag of spans and measurements: the API as WeChat's documentation names it, such as <c>code2Session</c>.</summary>
    public const string ApiTag = "wechat.api";

    /// <summary>
    /// Tag of spans and measurements: <c>Success</c>, a <see cref="WeChatErrorKind"/>, <c>Unavailable</c> or <c>Canceled</c>.
    /// </summary>
    public const string OutcomeTag = "wechat.outcome";

    /// <summary>Tag of spans: WeChat's errcode, where it answered with one.</summary>
    public const string ErrorCodeTag = "wechat.errcode";

    /// <summary>Tag of spans: the number of requests that were sent.</summary>
    public const string AttemptsTag = "wechat.attempts";

    /// <summary>Tag of spans: the host that the last request went to.</summary>
    public const string HostTag = "server.address";

    /// <summary>The key of an app's pipeline in Polly's registry. In those of its two hosts, <c>:main</c> or <c>:fallback</c> follows the package's name.</summary>
    /// <param name="name">The app's name; empty for the unnamed app.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    public static string ResiliencePipelineKey(string name)
    {
        Guard.NotNull(name);
        return WeChatPipelines.CallKeyOf(name);
    }
}
