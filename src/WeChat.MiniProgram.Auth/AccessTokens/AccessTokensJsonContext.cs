using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AccessTokenAnswer))]
[JsonSerializable(typeof(AccessTokenQuestion))]
internal sealed partial class AccessTokensJsonContext : JsonSerializerContext;
