using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using WeChatSandbox.AccessTokens;
using WeChatSandbox.Apps;
using WeChatSandbox.Wire;

namespace WeChatSandbox.Users;

internal sealed partial class CheckEncryptedMsg(TokenGate gate, PhoneData data) : AccessTokenApi(gate)
{
    public override string Path => "/wxa/business/checkencryptedmsg";

    public override string Method => HttpMethods.Post;

    protected override WeChatAnswer Answer(ApiRequest request, SandboxApp app)
    {
        if (request.ReadJson(out var json) is { } unreadable)
            return unreadable;
        if (json.Text("encrypted_msg_hash") is not { } hash || !LowerCaseSha256().IsMatch(hash))
            return WeChatError.InvalidArguments;
        if (data.Created(app, hash) is not { } created)
            return WeChatError.DataNotFound;

        // Misspelt on the wire.
        return WeChatAnswer.Ok(("vaild", true), ("create_time", created.ToUnixTimeSeconds()));
    }

    [GeneratedRegex(@"^[0-9a-f]{64}\z")]
    private static partial Regex LowerCaseSha256();
}
