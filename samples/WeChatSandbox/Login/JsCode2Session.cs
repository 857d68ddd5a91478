using Microsoft.AspNetCore.Http;
using WeChatSandbox.Apps;
using WeChatSandbox.Wire;

namespace WeChatSandbox.Login;

internal sealed class JsCode2Session(AppDirectory apps, LoginCodeExchange codes) : IWeChatApi
{
    public const string ApiPath = "/sns/jscode2session";

    public string Path => ApiPath;

    public string? Method => null;

    public WeChatAnswer Answer(ApiRequest request)
    {
        // In the field a POST is told that its appid is missing, whatever its query says.
        if (!HttpMethods.IsGet(request.Method) || request.Query["appid"] is not { } appId)
            return WeChatError.AppIdMissing;
        if (request.Query["secret"] is not { } secret)
            return WeChatError.AppSecretMissing;
        if (request.Query["js_code"] is not { } jsCode)
            return WeChatError.CodeMissing;
        if (request.Query["grant_type"] != "authorization_code")
            return WeChatError.InvalidGrantType;
        if (apps.Find(appId) is not { } app)
            return WeChatError.InvalidAppId;
        if (secret != app.AppSecret)
            return WeChatError.InvalidAppSecret;

        return codes.Exchange(app, jsCode);
    }
}
