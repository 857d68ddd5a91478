using WeChatSandbox.AccessTokens;
using WeChatSandbox.Apps;
using WeChatSandbox.Wire;

namespace WeChatSandbox.Users;

/// <summary>An API about one user, signed with that user's session_key, with everything in its query.</summary>
internal abstract class LoginStateApi(TokenGate gate) : AccessTokenApi(gate)
{
    protected virtual WeChatError NoSession => WeChatError.NoSessionKey;

    protected override WeChatAnswer Answer(ApiRequest request, SandboxApp app) =>
        LoginState.Refuse(request.Query, app, NoSession, out var user, out var sessionKey) is { } refused ? refused : Answer(user!, sessionKey!);

    protected abstract WeChatAnswer Answer(SandboxUser user, string sessionKey);
}
