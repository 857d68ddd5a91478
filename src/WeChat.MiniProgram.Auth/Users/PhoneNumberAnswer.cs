using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

/// <summary>The wire format of getPhoneNumber's answer.</summary>
internal sealed class PhoneNumberAnswer : WeChatAnswer
{
    [JsonPropertyName("phone_info")]
    public UserPhoneNumber? PhoneInfo { get; set; }

    [JsonIgnore]
    public override bool IsComplete => PhoneInfo is { IsComplete: true, Watermark: not null };
}
