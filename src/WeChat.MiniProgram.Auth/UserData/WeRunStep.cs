using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

/// <summary>The steps of one day.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/miniprogram/dev/api/open-api/werun/wx.getWeRunData.html</remarks>
public sealed record WeRunStep
{
    /// <summary>The day that the steps are of. On the wire: seconds since 1970.</summary>
    [JsonPropertyName("timestamp")]
    [JsonConverter(typeof(UnixSecondsJsonConverter))]
    public DateTimeOffset Timestamp { get; set; }

    /// <summary>How many steps.</summary>
    [JsonPropertyName("step")]
    public int Step { get; set; }

    /// <summary>Tells no personal data, because records end up in logs.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(WeRunStep);
}
