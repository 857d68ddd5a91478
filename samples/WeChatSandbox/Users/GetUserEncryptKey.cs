using System.Text.Json.Nodes;
using WeChatSandbox.AccessTokens;
using WeChatSandbox.Apps;
using WeChatSandbox.Wire;

namespace WeChatSandbox.Users;

internal sealed class GetUserEncryptKey(TokenGate gate, TimeProvider timeProvider) : LoginStateApi(gate)
{
    public override string Path => "/wxa/business/getuserencryptkey";

    // Documented as a GET now and as a POST before, both with everything in the query.
    public override string? Method => null;

    protected override WeChatAnswer Answer(SandboxUser user, string sessionKey)
    {
        var now = timeProvider.GetUtcNow();
        var keys = user.EncryptKeys.NewestFirst(now).Select(key => (JsonNode)new JsonObject
        {
            ["encrypt_key"] = key.EncryptKey,
            ["version"] = key.Version,
            ["expire_in"] = EncryptKeys.SecondsLeft(key, now),
            ["iv"] = key.Iv,
            ["create_time"] = key.CreateTime,
        });
        return WeChatAnswer.Ok(("key_info_list", new JsonArray([.. keys])));
    }
}
