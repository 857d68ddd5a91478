using System.Diagnostics;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

/// <summary>
/// The settings of one mini program. They are checked when the host starts. All can change while the host runs, by reloaded
/// configuration, but for <see cref="SessionKeyCapacity"/>; a change that cannot be read, or that the check rejects, is logged and leaves the last good ones.
/// </summary>
public sealed class WeChatMiniProgramOptions
{
    private static readonly Uri WeChatAddress = new("https://api.weixin.qq.com/");
    private static readonly Uri WeChatFallbackAddress = new("https://api2.weixin.qq.com/");

    private Uri? fallbackAddress;
    private bool isFallbackSet;

    /// <summary>The mini program's AppID, from mp.weixin.qq.com. Can change at run time; stored keys stay with the old AppID.</summary>
    /// <value>Required, without a default; of no use to <c>AddWeChatMiniPrograms</c>, whose apps are asked for by their AppIDs.</value>
    public string AppId { get; set; } = "";

    /// <summary>
    /// The mini program's AppSecret, from mp.weixin.qq.com. Keep it out of source code. Can change at run time. Configuration sets it;
    /// serializers leave it out, and do not read it either.
    /// </summary>
    /// <value>
    /// Required, without a default; of no use to <c>AddWeChatMiniPrograms</c>, for whose apps <see cref="IMiniProgramSource"/> gives it, and
    /// not needed with <c>UseComponentPlatform</c>.
    /// </value>
    [JsonIgnore]
    [IgnoreDataMember] // Newtonsoft.Json goes by it.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string AppSecret { get; set; } = "";

    /// <summary>Where WeChat's server API is. A path is kept, for a gateway of your own. Can change at run time.</summary>
    /// <value>The default value is <c>https://api.weixin.qq.com/</c>.</value>
    /// <remarks>
    /// The AppSecret travels in the address of each login, and an access_token in that of each call of
    /// <see cref="IMiniProgramUserClient"/>: use https for all but a test on your own machine.
    /// Source: https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Interface_field_description.html
    /// </remarks>
    public Uri BaseAddress { get; set; } = WeChatAddress;

    /// <summary>
    /// Where to ask when <see cref="BaseAddress"/> cannot be reached; <see langword="null"/>: nowhere. Can change at run time.
    /// </summary>
    /// <value>
    /// The default value is <c>https://api2.weixin.qq.com/</c>, WeChat's own name for disaster recovery, as long as
    /// <see cref="BaseAddress"/> is WeChat's; else <see langword="null"/>, so that a host which calls a gateway or a stand-in never
    /// sends its AppSecret past it. To set the default value is to set nothing.
    /// </value>
    /// <remarks>Source: https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Interface_field_description.html</remarks>
    public Uri? FallbackAddress
    {
        get => isFallbackSet ? fallbackAddress : BaseAddress == WeChatAddress ? WeChatFallbackAddress : null;
        set
        {
            // A configuration binder sets what it has just got, when the section says nothing: that is still the default.
            if (isFallbackSet || value != FallbackAddress)
            {
                fallbackAddress = value;
                isFallbackSet = true;
            }
        }
    }

    /// <summary>How many times a call is retried after a transient failure: 0 to 10; 0: never. Can change at run time.</summary>
    /// <value>The default value is 2.</value>
    public int MaxRetryAttempts { get; set; } = 2;

    /// <summary>The wait before the first retry; it doubles with each further one, with jitter. 0 to <see cref="TotalTimeout"/>. Can change at run time.</summary>
    /// <value>The default value is 200 milliseconds.</value>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long one attempt may take, 10 milliseconds to <see cref="TotalTimeout"/>. Can change at run time.</summary>
    /// <value>The default value is 3 seconds.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a call may take with all its attempts and waits, up to a day. Can change at run time.</summary>
    /// <value>The default value is 10 seconds.</value>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a session_key is kept after the login that brought it. WeChat never tells how long a key lives. Can change at run time,
    /// for the keys stored from then on.
    /// </summary>
    /// <value>The default value is 3 days.</value>
    public TimeSpan SessionKeyLifetime { get; set; } = TimeSpan.FromDays(3);

    /// <summary>How many users the in-memory store holds; the least recently used are forgotten first. Read once, when the store is made.</summary>
    /// <value>The default value is 1,000,000 users.</value>
    public int SessionKeyCapacity { get; set; } = 1_000_000;

    /// <summary>How long a login or a decryption waits for the session_key store. Can change at run time.</summary>
    /// <value>The default value is 1 second.</value>
    public TimeSpan SessionKeyStoreTimeout { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How old user data may be, by its watermark. <see cref="Timeout.InfiniteTimeSpan"/>: its time is not looked at, in the past or the
    /// future. Can change at run time.
    /// </summary>
    /// <value>The default value is 3 days, the time for which WeChat's checkEncryptedData knows data.</value>
    /// <remarks>Source: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-info/basic-info/checkEncryptedData.html</remarks>
    public TimeSpan UserDataMaxAge { get; set; } = TimeSpan.FromDays(3);

    /// <summary>The same settings for another app.</summary>
    internal WeChatMiniProgramOptions ForApp(string appId, string appSecret)
    {
        var copy = (WeChatMiniProgramOptions)MemberwiseClone();
        copy.AppId = appId;
        copy.AppSecret = appSecret;
        return copy;
    }
}
