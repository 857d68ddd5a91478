using System.Text.Json.Serialization;

namespace WeChatSandbox.Control;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LoginBody))]
[JsonSerializable(typeof(LoginReply))]
[JsonSerializable(typeof(UserBody))]
[JsonSerializable(typeof(EncryptBody))]
[JsonSerializable(typeof(FaultBody))]
[JsonSerializable(typeof(SandboxUserData))]
internal sealed partial class ControlJson : JsonSerializerContext;
