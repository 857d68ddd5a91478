using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

/// <summary>The wire format of getPhoneNumber's and getPluginOpenPId's questions.</summary>
internal sealed class CodeQuestion
{
    [JsonPropertyName("code")]
    public required string Code { get; init; }

    [JsonPropertyName("openid")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? OpenId { get; init; }
}
