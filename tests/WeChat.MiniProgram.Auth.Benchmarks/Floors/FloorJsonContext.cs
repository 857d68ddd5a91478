using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth.Benchmarks;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(FloorProfile))]
[JsonSerializable(typeof(FloorSession))]
internal sealed partial class FloorJsonContext : JsonSerializerContext;
