using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(JsCodeSessionAnswer))]
internal sealed partial class LoginJsonContext : JsonSerializerContext;
