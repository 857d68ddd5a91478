using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

/// <summary>The wire format of getUserEncryptKey's answer.</summary>
internal sealed class EncryptKeysAnswer : WeChatAnswer
{
    [JsonPropertyName("key_info_list")]
    public IReadOnlyList<EncryptKeyInfo?>? Keys { get; set; }

    [JsonIgnore]
    public override bool IsComplete => Keys is not null && Keys.All(static key => key?.ToUserEncryptKey() is not null);
}
