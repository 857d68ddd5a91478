using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

/// <summary>The chat that a shared card was opened from, from wx.getShareInfo.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/miniprogram/dev/api/share/wx.getShareInfo.html</remarks>
public sealed record ShareInfo : UserData
{
    /// <summary>The chat's id, which is the same for everyone in it and differs between mini programs.</summary>
    [JsonPropertyName("openGId")]
    public string OpenGId { get; set; } = "";

    internal override bool IsComplete => !string.IsNullOrEmpty(OpenGId);
}
