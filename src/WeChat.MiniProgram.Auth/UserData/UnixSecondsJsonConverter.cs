using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

/// <summary>Reads and writes a time as WeChat does: whole seconds since 1970, a JSON number.</summary>
public sealed class UnixSecondsJsonConverter : JsonConverter<DateTimeOffset>
{
    private static readonly long MinSeconds = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly long MaxSeconds = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>Reads the seconds.</summary>
    /// <param name="reader">The reader, at the number.</param>
    /// <param name="typeToConvert">Not used.</param>
    /// <param name="options">Not used.</param>
    /// <returns>The time, in UTC.</returns>
    /// <exception cref="JsonException">It is not a whole number, or no time of the years 1 to 9999.</exception>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number
        && reader.TryGetInt64(out var seconds)
        && seconds >= MinSeconds
        && seconds <= MaxSeconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw new JsonException();

    /// <summary>Writes the seconds.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The time; parts of a second are dropped.</param>
    /// <param name="options">Not used.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is <see langword="null"/>.</exception>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        Guard.NotNull(writer);
        writer.WriteNumberValue(value.ToUnixTimeSeconds());
    }
}
