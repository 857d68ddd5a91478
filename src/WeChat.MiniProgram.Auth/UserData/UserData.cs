using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

/// <summary>What WeChat encrypts about a user. Derive a record of your own to read other data, and decrypt it with its <c>JsonTypeInfo</c>.</summary>
/// <remarks>
/// WeChat adds fields at will; those that a type does not name are ignored.
/// Source: https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/signature.html
/// </remarks>
public abstract record UserData
{
    /// <summary>
    /// Which app the data was made for, and when. <see cref="IUserDataDecryptor"/> checks both; for a phone number by code they are as WeChat
    /// sent them.
    /// </summary>
    [JsonPropertyName("watermark")]
    public Watermark Watermark { get; set; } = new();

    /// <summary>
    /// The user's openid, where WeChat includes one. It is no proof of identity, since the client can change it: identity comes from
    /// <see cref="IMiniProgramLogin.LoginAsync"/>, and <see cref="IMiniProgramLogin"/> refuses data that names another user.
    /// </summary>
    [JsonPropertyName("openId")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? OpenId { get; set; }

    /// <summary>Whether the field for which the type exists is there: data of another kind decrypts and parses just as well.</summary>
    internal virtual bool IsComplete => true;

    /// <summary>Tells the type and its watermark, and no personal data, because records end up in logs.</summary>
    /// <returns>A text without personal data.</returns>
    public sealed override string ToString() => $"{GetType().Name} {{ Watermark = {Watermark} }}";
}
