using WeChatSandbox.Apps;

namespace WeChatSandbox.Login;

internal sealed class JsCode2Session(AppDirectory apps, LoginCodes codes, TimeProvider timeProvider)
{
    /// <summary>Answers as WeChat on a good day, which spends the code.</summary>
    public string Answer(JsCode2SessionQuery query)
    {
        var error = Exchange(query, out var user);
        return error is { } failure
            ? WeChatBody.Error(failure, timeProvider.GetUtcNow())
            : WeChatBody.Session(user!.SessionKey, user.OpenId, user.UnionId);
    }

    private WeChatError? Exchange(JsCode2SessionQuery query, out SandboxUser? user)
    {
        user = null;
        if (FirstMissing(query) is { } missing)
            return missing;
        if (query.GrantType != "authorization_code")
            return WeChatError.InvalidGrantType;
        if (apps.Find(query.AppId!) is not { } app)
            return WeChatError.InvalidAppId;
        if (query.Secret != app.AppSecret)
            return WeChatError.InvalidAppSecret;
        if (codes.Find(query.JsCode!, app) is not { } code)
            return WeChatError.InvalidCode;

        var withinQuota = code.User.Calls.TryCount();
        if (code.IsSpent)
            return WeChatError.CodeUsed;
        if (!withinQuota)
            return WeChatError.MinuteQuota;
        if (!code.TrySpend())
            return WeChatError.CodeUsed;

        user = code.User;
        return null;
    }

    private static WeChatError? FirstMissing(JsCode2SessionQuery query) => query switch
    {
        { AppId: null } => WeChatError.AppIdMissing,
        { Secret: null } => WeChatError.AppSecretMissing,
        { JsCode: null } => WeChatError.CodeMissing,
        _ => null,
    };
}
