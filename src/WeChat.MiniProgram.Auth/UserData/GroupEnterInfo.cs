using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

/// <summary>The chat that the mini program was opened in, from wx.getGroupEnterInfo or wx.getChatToolInfo.</summary>
/// <remarks>
/// Note the spelling: <c>opengid</c> here, <c>openGId</c> in <see cref="ShareInfo"/>.
/// Source: https://developers.weixin.qq.com/miniprogram/dev/api/open-api/group/wx.getGroupEnterInfo.html
/// </remarks>
public sealed record GroupEnterInfo : UserData
{
    /// <summary>The id of a chat of several people; <see langword="null"/> or empty in another kind of chat.</summary>
    [JsonPropertyName("opengid")]
    public string? OpenGId { get; set; }

    /// <summary>The id of a chat of two people; <see langword="null"/> or empty in another kind of chat, or in WeChat before 3.7.8 of its base library.</summary>
    [JsonPropertyName("open_single_roomid")]
    public string? OpenSingleRoomId { get; set; }

    /// <summary>The user's id within the chat; <see langword="null"/> or empty where WeChat gives none.</summary>
    [JsonPropertyName("group_openid")]
    public string? GroupOpenId { get; set; }

    /// <summary>The kind of chat, as WeChat numbers it.</summary>
    [JsonPropertyName("chat_type")]
    public int ChatType { get; set; }
}
