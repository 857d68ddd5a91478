using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

/// <summary>The wire format of code2Session's answer. A success has no errcode, and a unionid only for some apps.</summary>
internal sealed class JsCodeSessionAnswer : WeChatAnswer
{
    [JsonPropertyName("openid")]
    public string? OpenId { get; set; }

    [JsonPropertyName("unionid")]
    [JsonConverter(typeof(OptionalTextJsonConverter))]
    public string? UnionId { get; set; }

    [JsonPropertyName("session_key")]
    public string? SessionKey { get; set; }

    [JsonIgnore]
    public override bool IsComplete => !string.IsNullOrEmpty(OpenId) && !string.IsNullOrEmpty(SessionKey);
}
