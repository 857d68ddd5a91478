using System.Diagnostics;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

/// <summary>What WeChat knows a mini program by, besides its AppID. Neither its text nor its JSON shows the AppSecret.</summary>
/// <remarks>A logger that takes objects apart by their properties, such as Serilog's <c>{@…}</c>, would show it.</remarks>
[DebuggerDisplay("MiniProgramCredentials(redacted)")]
public sealed class MiniProgramCredentials
{
    /// <summary>Credentials of an app that has authorised the third-party platform of <c>UseComponentPlatform</c>: there are none of its own.</summary>
    public MiniProgramCredentials()
    {
    }

    /// <summary>Credentials of an app with an AppSecret. <c>UseComponentPlatform</c> makes no use of it: all apps are the platform's then.</summary>
    /// <param name="appSecret">The AppSecret, from mp.weixin.qq.com.</param>
    /// <exception cref="ArgumentNullException"><paramref name="appSecret"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="appSecret"/> is empty.</exception>
    public MiniProgramCredentials(string appSecret)
    {
        Guard.NotNullOrEmpty(appSecret);
        AppSecret = appSecret;
    }

    /// <summary>The AppSecret, a secret that never leaves the server; <see langword="null"/> for an app of a third-party platform.</summary>
    [JsonIgnore]
    [IgnoreDataMember] // Newtonsoft.Json goes by it.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? AppSecret { get; }

    /// <summary>Returns the same fixed text for all credentials.</summary>
    /// <returns><c>MiniProgramCredentials(redacted)</c>.</returns>
    public override string ToString() => "MiniProgramCredentials(redacted)";
}
