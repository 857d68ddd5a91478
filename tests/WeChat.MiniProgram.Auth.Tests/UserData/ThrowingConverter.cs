using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>Throws the exception that the text names.</summary>
internal sealed class ThrowingConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var name = reader.GetString()!;
        throw (Exception)Activator.CreateInstance(Type.GetType(name) ?? typeof(JsonException).Assembly.GetType(name, throwOnError: true)!)!;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
