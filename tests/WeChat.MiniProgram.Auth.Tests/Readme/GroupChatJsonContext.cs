using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth.Tests;

// README begins
[JsonSerializable(typeof(GroupChat))]
internal sealed partial class GroupChatJsonContext : JsonSerializerContext;

// README ends
