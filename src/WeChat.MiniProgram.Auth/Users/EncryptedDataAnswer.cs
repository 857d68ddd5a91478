using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

/// <summary>The wire format of checkEncryptedData's answer. WeChat writes <c>vaild</c>, and may one day correct it.</summary>
internal sealed class EncryptedDataAnswer : WeChatAnswer
{
    [JsonPropertyName("vaild")]
    public bool? Vaild { get; set; }

    [JsonPropertyName("valid")]
    public bool? Valid { get; set; }

    [JsonPropertyName("create_time")]
    [JsonConverter(typeof(UnixSecondsJsonConverter))]
    public DateTimeOffset CreateTime { get; set; }

    [JsonIgnore]
    public override bool IsComplete => (Vaild ?? Valid) is not null;

    public EncryptedDataOrigin ToOrigin() => new(
        IsFromWeChat: (Vaild ?? Valid) == true, CreatedAt: CreateTime > DateTimeOffset.FromUnixTimeSeconds(0) ? CreateTime : null);
}
