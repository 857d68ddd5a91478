using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

/// <summary>The wire format of getPaidUnionid's answer.</summary>
internal sealed class PaidUnionIdAnswer : WeChatAnswer
{
    [JsonPropertyName("unionid")]
    public string? UnionId { get; set; }

    [JsonIgnore]
    public override bool IsComplete => !string.IsNullOrEmpty(UnionId);
}
