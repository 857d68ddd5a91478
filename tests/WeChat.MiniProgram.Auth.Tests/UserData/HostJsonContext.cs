using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth.Tests;

[JsonSerializable(typeof(HostMembership))]
[JsonSerializable(typeof(HostThrowingData))]
[JsonSerializable(typeof(UserPhoneNumber))]
internal sealed partial class HostJsonContext : JsonSerializerContext;
