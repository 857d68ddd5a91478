using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

/// <summary>The mark that WeChat puts into all user data, to tell for which app and when it was made.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/signature.html</remarks>
public sealed record Watermark
{
    /// <summary>The AppID of the mini program that the data was made for.</summary>
    [JsonPropertyName("appid")]
    public string AppId { get; set; } = "";

    /// <summary>When the data was made, to the second. On the wire: seconds since 1970.</summary>
    [JsonPropertyName("timestamp")]
    [JsonConverter(typeof(UnixSecondsJsonConverter))]
    public DateTimeOffset Timestamp { get; set; }
}
