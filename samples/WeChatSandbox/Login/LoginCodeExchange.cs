using System.Text.Json.Nodes;
using WeChatSandbox.Apps;
using WeChatSandbox.Wire;

namespace WeChatSandbox.Login;

/// <summary>The exchange of a login code for its session, whoever asks for it.</summary>
internal sealed class LoginCodeExchange(UserCodes codes)
{
    public WeChatAnswer Exchange(SandboxApp app, string jsCode)
    {
        if (codes.Find(jsCode) is not { } code || code.App != app)
            return WeChatError.InvalidCode;

        var withinQuota = code.User.Calls.TryCount();
        if (code.IsSpent)
            return WeChatError.CodeUsed;
        if (!withinQuota)
            return WeChatError.MinuteQuota;
        if (!code.TrySpend())
            return WeChatError.CodeUsed;

        return Session(code.User);
    }

    // A success has no errcode, and no unionid where the user has none.
    private static JsonObject Session(SandboxUser user)
    {
        var session = new JsonObject { ["session_key"] = user.SessionKey, ["openid"] = user.OpenId };
        if (user.UnionId is { } unionId)
            session["unionid"] = unionId;

        return session;
    }
}
