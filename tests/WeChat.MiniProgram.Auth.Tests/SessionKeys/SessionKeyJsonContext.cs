using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>A host that lists the wrong types in its context.</summary>
[JsonSerializable(typeof(SessionKey))]
[JsonSerializable(typeof(JsCodeSession))]
[JsonSerializable(typeof(Dictionary<string, SessionKey>))]
internal sealed partial class SessionKeyJsonContext : JsonSerializerContext;
