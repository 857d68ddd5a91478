using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth.Tests;

// README begins
public sealed record GroupChat : UserData
{
    [JsonPropertyName("opengid")]
    public required string OpenGId { get; init; } // required: data without it is refused, such as a phone number

    [JsonPropertyName("chat_type")]
    public int ChatType { get; init; }
}

// README ends
