using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

/// <summary>The wire format of one key of getUserEncryptKey. It is no record, for it holds a secret.</summary>
internal sealed class EncryptKeyInfo
{
    [JsonPropertyName("encrypt_key")]
    public string? EncryptKey { get; set; }

    [JsonPropertyName("iv")]
    public string? Iv { get; set; }

    [JsonPropertyName("version")]
    public int Version { get; set; }

    /// <summary>Seconds that are left; 0: none.</summary>
    [JsonPropertyName("expire_in")]
    public int ExpireIn { get; set; }

    [JsonPropertyName("create_time")]
    [JsonConverter(typeof(UnixSecondsJsonConverter))]
    public DateTimeOffset CreateTime { get; set; }

    /// <summary>Null when the key or the iv is not 16 bytes.</summary>
    public UserEncryptKey? ToUserEncryptKey() => UserEncryptKey.TryCreate(EncryptKey, Iv, Version, TimeSpan.FromSeconds(ExpireIn), CreateTime);
}
