using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

/// <summary>Reads a text that WeChat sends as a JSON string or as a whole number, such as a country code.</summary>
public sealed class TextOrNumberJsonConverter : JsonConverter<string>
{
    /// <summary>Reads the text.</summary>
    /// <param name="reader">The reader, at the string or number.</param>
    /// <param name="typeToConvert">Not used.</param>
    /// <param name="options">Not used.</param>
    /// <returns>The string, or the number's digits.</returns>
    /// <exception cref="JsonException">It is neither.</exception>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number when reader.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
        _ => throw new JsonException(),
    };

    /// <summary>Writes the text as a JSON string.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The text.</param>
    /// <param name="options">Not used.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is <see langword="null"/>.</exception>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        Guard.NotNull(writer);
        writer.WriteStringValue(value);
    }
}
