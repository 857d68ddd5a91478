using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

/// <summary>What all answers of WeChat have in common. It is no record and prints nothing, for answers hold secrets.</summary>
internal abstract class WeChatAnswer
{
    [JsonPropertyName("errcode")]
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public int? ErrorCode { get; set; }

    [JsonPropertyName("errmsg")]
    [JsonConverter(typeof(OptionalTextJsonConverter))]
    public string? ErrorMessage { get; set; }

    /// <summary>Whether all that a success must have is there; WeChat leaves the errcode out of a success.</summary>
    [JsonIgnore]
    public abstract bool IsComplete { get; }
}
