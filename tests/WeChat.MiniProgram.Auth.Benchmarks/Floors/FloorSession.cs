using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>The answer of jscode2session as a host would declare it by hand.</summary>
internal sealed class FloorSession
{
    [JsonPropertyName("openid")]
    public string? OpenId { get; set; }

    [JsonPropertyName("unionid")]
    public string? UnionId { get; set; }

    [JsonPropertyName("session_key")]
    public string? SessionKey { get; set; }

    [JsonPropertyName("errcode")]
    public int ErrorCode { get; set; }

    [JsonPropertyName("errmsg")]
    public string? ErrorMessage { get; set; }
}
