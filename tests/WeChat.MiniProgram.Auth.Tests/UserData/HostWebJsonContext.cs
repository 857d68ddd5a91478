using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth.Tests;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(UserPhoneNumber))]
[JsonSerializable(typeof(UserInfo))]
[JsonSerializable(typeof(WeRunData))]
internal sealed partial class HostWebJsonContext : JsonSerializerContext;
