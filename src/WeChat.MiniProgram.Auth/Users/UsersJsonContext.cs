using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(PlainAnswer))]
[JsonSerializable(typeof(SessionKeyAnswer))]
[JsonSerializable(typeof(CodeQuestion))]
[JsonSerializable(typeof(PhoneNumberAnswer))]
[JsonSerializable(typeof(PluginOpenPIdAnswer))]
[JsonSerializable(typeof(PaidUnionIdAnswer))]
[JsonSerializable(typeof(EncryptedDataQuestion))]
[JsonSerializable(typeof(EncryptedDataAnswer))]
[JsonSerializable(typeof(EncryptKeysAnswer))]
internal sealed partial class UsersJsonContext : JsonSerializerContext;
