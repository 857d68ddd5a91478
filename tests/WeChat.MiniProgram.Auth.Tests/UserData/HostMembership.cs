using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>A host's own kind of user data.</summary>
internal sealed record HostMembership : UserData
{
    [JsonPropertyName("member_no")]
    public required string MemberNo { get; init; }

    public int Level { get; init; }
}
