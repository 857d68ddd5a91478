using Microsoft.AspNetCore.Http;
using WeChatSandbox.AccessTokens;
using WeChatSandbox.Apps;
using WeChatSandbox.Wire;

namespace WeChatSandbox.Users;

internal sealed class CheckSession(TokenGate gate) : LoginStateApi(gate)
{
    public override string Path => "/wxa/checksession";

    public override string Method => HttpMethods.Get;

    // The only error that its page lists.
    protected override WeChatError NoSession => WeChatError.InvalidSignature;

    protected override WeChatAnswer Answer(SandboxUser user, string sessionKey) => WeChatAnswer.Ok();
}
