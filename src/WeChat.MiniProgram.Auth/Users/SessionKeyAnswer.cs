using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

/// <summary>The wire format of ResetUserSessionKey's answer.</summary>
internal sealed class SessionKeyAnswer : WeChatAnswer
{
    [JsonPropertyName("session_key")]
    public string? SessionKey { get; set; }

    [JsonIgnore]
    public override bool IsComplete => !string.IsNullOrEmpty(SessionKey);
}
