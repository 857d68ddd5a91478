using Microsoft.AspNetCore.Http;
using WeChatSandbox.AccessTokens;
using WeChatSandbox.Apps;
using WeChatSandbox.Wire;

namespace WeChatSandbox.Users;

internal sealed class ResetUserSessionKey(TokenGate gate) : LoginStateApi(gate)
{
    public override string Path => "/wxa/resetusersessionkey";

    public override string Method => HttpMethods.Get;

    protected override WeChatAnswer Answer(SandboxUser user, string sessionKey) => user.ReplaceSessionKey(sessionKey) is { } replacement
        ? WeChatAnswer.Ok(("openid", user.OpenId), ("session_key", replacement))
        : WeChatError.InvalidSignature;
}
