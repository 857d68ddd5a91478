using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

/// <summary>The wire format of the stable token API's answer.</summary>
internal sealed class AccessTokenAnswer : WeChatAnswer
{
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; set; }

    /// <summary>Seconds.</summary>
    [JsonPropertyName("expires_in")]
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public int ExpiresIn { get; set; }

    [JsonIgnore]
    public override bool IsComplete => !string.IsNullOrEmpty(AccessToken) && ExpiresIn > 0;
}
