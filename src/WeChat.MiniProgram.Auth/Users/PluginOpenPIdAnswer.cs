using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

/// <summary>The wire format of getPluginOpenPId's answer.</summary>
internal sealed class PluginOpenPIdAnswer : WeChatAnswer
{
    [JsonPropertyName("openpid")]
    public string? OpenPId { get; set; }

    [JsonIgnore]
    public override bool IsComplete => !string.IsNullOrEmpty(OpenPId);
}
