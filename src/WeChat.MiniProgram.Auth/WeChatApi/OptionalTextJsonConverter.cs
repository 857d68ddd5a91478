using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

/// <summary>A text that an answer can do without: whatever else stands in its place is passed over, and the answer still read.</summary>
internal sealed class OptionalTextJsonConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString();
        }

        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
