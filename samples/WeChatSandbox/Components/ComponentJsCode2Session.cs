using Microsoft.AspNetCore.Http;
using WeChatSandbox.AccessTokens;
using WeChatSandbox.Apps;
using WeChatSandbox.Login;
using WeChatSandbox.Wire;

namespace WeChatSandbox.Components;

internal sealed class ComponentJsCode2Session(AppDirectory apps, TokenGate gate, Platforms platforms, LoginCodeExchange codes) : IWeChatApi
{
    public string Path => "/sns/component/jscode2session";

    public string Method => HttpMethods.Get;

    // As in the sample of the official page.
    public bool QuotesErrCode => true;

    public WeChatAnswer Answer(ApiRequest request)
    {
        if (gate.RefuseComponent(request.Query["component_access_token"], out var componentAppId) is { } refused)
            return refused;
        if (request.Query["appid"] is not { } appId || request.Query["component_appid"] is not { } claimed)
            return WeChatError.AppIdMissing;
        if (request.Query["js_code"] is not { } jsCode)
            return WeChatError.CodeMissing;
        if (request.Query["grant_type"] != "authorization_code")
            return WeChatError.InvalidGrantType;
        if (claimed != componentAppId || apps.Find(appId) is not { } app)
            return WeChatError.InvalidAppId;
        if (!platforms.IsAuthorized(claimed, app))
            return WeChatError.ComponentNotAuthorized;

        return codes.Exchange(app, jsCode);
    }
}
