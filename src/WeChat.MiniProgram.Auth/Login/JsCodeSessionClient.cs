namespace WeChat.MiniProgram.Auth;

/// <summary>Exchanges codes as the app itself does, by its AppSecret, or as the third-party platform that it has authorised does.</summary>
internal sealed class JsCodeSessionClient(AppOptions options, WeChatApiClient weChat, ComponentPlatform? platform) : IJsCodeSessionClient
{
    public async Task<JsCodeSession> ExchangeAsync(string jsCode, CancellationToken cancellationToken = default)
    {
        CallerCode.Check(jsCode);
        var current = options.Current;
        var request = platform is null
            ? RequestOf(current, jsCode)
            : RequestOf(current, jsCode, platform.AppId, await platform.GetComponentAccessTokenAsync(cancellationToken).ConfigureAwait(false));
        var answer = await weChat.AskAsync(request, LoginJsonContext.Default.JsCodeSessionAnswer, current, cancellationToken)
            .ConfigureAwait(false);
        return new()
        {
            OpenId = answer.OpenId!,
            UnionId = string.IsNullOrEmpty(answer.UnionId) ? null : answer.UnionId,
            SessionKey = new(answer.SessionKey!),
        };
    }

    private static WeChatRequest RequestOf(WeChatMiniProgramOptions app, string jsCode) => new(
        "code2Session",
        "sns/jscode2session",
        [("appid", app.AppId), ("secret", app.AppSecret), ("js_code", jsCode), ("grant_type", "authorization_code")],
        secrets: [app.AppSecret])
    {
        CallerSecrets = [jsCode],
        AfterLostAnswer = WeChatErrorCode.CodeUsed,
    };

    private static WeChatRequest RequestOf(WeChatMiniProgramOptions app, string jsCode, string componentAppId, string componentAccessToken) => new(
        "thirdpartyCode2Session",
        "sns/component/jscode2session",
        [
            ("appid", app.AppId),
            ("js_code", jsCode),
            ("grant_type", "authorization_code"),
            ("component_appid", componentAppId),
            ("component_access_token", componentAccessToken),
        ],
        secrets: [componentAccessToken])
    {
        CallerSecrets = [jsCode],
        AfterLostAnswer = WeChatErrorCode.CodeUsed,
    };
}
