using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>A host's own kind of user data whose converter fails as the data says.</summary>
internal sealed record HostThrowingData : UserData
{
    [JsonConverter(typeof(ThrowingConverter))]
    public string? Failure { get; set; }
}
