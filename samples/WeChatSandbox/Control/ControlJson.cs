using System.Text.Json.Serialization;

namespace WeChatSandbox.Control;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AppBody))]
[JsonSerializable(typeof(CodeReply))]
[JsonSerializable(typeof(ComponentBody))]
[JsonSerializable(typeof(EncryptBody))]
[JsonSerializable(typeof(ExpiresInBody))]
[JsonSerializable(typeof(FaultBody))]
[JsonSerializable(typeof(LoginBody))]
[JsonSerializable(typeof(PaymentBody))]
[JsonSerializable(typeof(PhoneNumberBody))]
[JsonSerializable(typeof(PluginLoginBody))]
[JsonSerializable(typeof(RefusalBody))]
[JsonSerializable(typeof(SandboxEncryptKey))]
[JsonSerializable(typeof(SandboxUserData))]
[JsonSerializable(typeof(TokenReply))]
[JsonSerializable(typeof(UserBody))]
internal sealed partial class ControlJson : JsonSerializerContext;
