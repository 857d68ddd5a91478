using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth.Tests;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseUpper,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(UserPhoneNumber))]
[JsonSerializable(typeof(UserInfo))]
[JsonSerializable(typeof(WeRunData))]
internal sealed partial class HostSnakeJsonContext : JsonSerializerContext;
