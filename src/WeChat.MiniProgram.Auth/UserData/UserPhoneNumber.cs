using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

/// <summary>A user's phone number, from a button with <c>open-type="getPhoneNumber"</c>.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/deprecatedGetPhoneNumber.html</remarks>
public sealed record UserPhoneNumber : UserData
{
    /// <summary>The number that the user bound to WeChat; one from outside China begins with its country code.</summary>
    [JsonPropertyName("phoneNumber")]
    public string PhoneNumber { get; set; } = "";

    /// <summary>The number without its country code.</summary>
    [JsonPropertyName("purePhoneNumber")]
    public string PurePhoneNumber { get; set; } = "";

    /// <summary>The country code, such as <c>86</c>. WeChat sends it as a text or as a number.</summary>
    [JsonPropertyName("countryCode")]
    [JsonConverter(typeof(TextOrNumberJsonConverter))]
    public string CountryCode { get; set; } = "";

    internal override bool IsComplete => !string.IsNullOrEmpty(PhoneNumber) && !string.IsNullOrEmpty(PurePhoneNumber) && CountryCode is not null;
}
