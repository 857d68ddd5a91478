using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

/// <summary>The wire format of checkEncryptedData's question.</summary>
internal sealed class EncryptedDataQuestion
{
    [JsonPropertyName("encrypted_msg_hash")]
    public required string EncryptedDataHash { get; init; }
}
