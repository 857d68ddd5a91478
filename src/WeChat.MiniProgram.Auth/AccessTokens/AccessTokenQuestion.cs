using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

/// <summary>The wire format of the stable token API's question, in its normal mode.</summary>
internal sealed class AccessTokenQuestion
{
    [JsonPropertyName("grant_type")]
    public string GrantType { get; } = "client_credential";

    [JsonPropertyName("appid")]
    public required string AppId { get; init; }

    [JsonPropertyName("secret")]
    public required string Secret { get; init; }
}
