using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

/// <summary>A user's profile, from wx.getUserInfo or wx.getUserProfile.</summary>
/// <remarks>
/// wx.getUserProfile leaves out <see cref="UserData.OpenId"/> and <see cref="UnionId"/>. Mini programs released after 8 November 2022
/// get a grey avatar and the nickname 微信用户 for everyone.
/// Source: https://developers.weixin.qq.com/miniprogram/dev/api/open-api/user-info/wx.getUserProfile.html
/// </remarks>
public sealed record UserInfo : UserData
{
    /// <summary>The user's unionid; <see langword="null"/> when the mini program is not bound to an Open Platform account.</summary>
    [JsonPropertyName("unionId")]
    public string? UnionId { get; set; }

    /// <summary>The nickname.</summary>
    [JsonPropertyName("nickName")]
    public string? NickName { get; set; }

    /// <summary>The address of the avatar picture. The last part of its path is the size in pixels: 0 (for 640), 46, 64, 96 or 132.</summary>
    [JsonPropertyName("avatarUrl")]
    public string? AvatarUrl { get; set; }

    /// <summary>The language of the country, province and city: <c>en</c>, <c>zh_CN</c> or <c>zh_TW</c>.</summary>
    [JsonPropertyName("language")]
    public string? Language { get; set; }

    /// <summary>The country; empty since WeChat stopped telling it.</summary>
    [JsonPropertyName("country")]
    public string? Country { get; set; }

    /// <summary>The province; empty since WeChat stopped telling it.</summary>
    [JsonPropertyName("province")]
    public string? Province { get; set; }

    /// <summary>The city; empty since WeChat stopped telling it.</summary>
    [JsonPropertyName("city")]
    public string? City { get; set; }

    /// <summary>The gender.</summary>
    [JsonPropertyName("gender")]
    public Gender Gender { get; set; }
}
