using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth.Benchmarks;

internal sealed class FloorWatermark
{
    [JsonPropertyName("appid")]
    public string? AppId { get; set; }

    [JsonPropertyName("timestamp")]
    public long Timestamp { get; set; }
}
