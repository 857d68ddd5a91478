using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(UserInfo))]
[JsonSerializable(typeof(UserPhoneNumber))]
[JsonSerializable(typeof(WeRunData))]
[JsonSerializable(typeof(ShareInfo))]
[JsonSerializable(typeof(GroupEnterInfo))]
internal sealed partial class UserDataJsonContext : JsonSerializerContext;
