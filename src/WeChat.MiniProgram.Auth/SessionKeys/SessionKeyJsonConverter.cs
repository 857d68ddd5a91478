using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

/// <summary>
/// Refuses to write or read a <see cref="SessionKey"/>, so that an endpoint which returns one by mistake fails instead of leaking it.
/// Public because a host's own <see cref="JsonSerializerContext"/> must be able to name it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SessionKeyJsonConverter : JsonConverter<SessionKey>
{
    internal const string Refusal =
        "A session_key must not leave the server, so it is never serialized. Return the user (MiniProgramUser) instead of the session.";

    /// <summary>Throws.</summary>
    /// <param name="reader">Not read.</param>
    /// <param name="typeToConvert">Not used.</param>
    /// <param name="options">Not used.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override SessionKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException(Refusal);

    /// <summary>Throws.</summary>
    /// <param name="writer">Not written to.</param>
    /// <param name="value">Not used.</param>
    /// <param name="options">Not used.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void Write(Utf8JsonWriter writer, SessionKey value, JsonSerializerOptions options) =>
        throw new NotSupportedException(Refusal);
}
