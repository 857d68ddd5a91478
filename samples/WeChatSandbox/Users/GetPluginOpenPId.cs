using Microsoft.AspNetCore.Http;
using WeChatSandbox.AccessTokens;
using WeChatSandbox.Apps;
using WeChatSandbox.Wire;

namespace WeChatSandbox.Users;

internal sealed class GetPluginOpenPId(TokenGate gate, UserCodes codes) : AccessTokenApi(gate)
{
    public override string Path => "/wxa/getpluginopenpid";

    public override string Method => HttpMethods.Post;

    protected override WeChatAnswer Answer(ApiRequest request, SandboxApp app)
    {
        // This API has an errcode of its own for a body that is no JSON.
        if (request.ReadJson(out var json) is { } unreadable)
            return unreadable == WeChatError.DataFormat ? WeChatError.PluginJson : unreadable;
        if (json.Text("code") is not { } value)
            return WeChatError.PluginParameter;
        if (codes.Find(value) is not { } code)
            return WeChatError.PluginData;
        if (code.Plugin != app)
            return WeChatError.PluginAppId;
        if (!code.TrySpend())
            return WeChatError.PluginData;

        return WeChatAnswer.Ok(("openpid", PluginUser.OpenPId(code.User, code.App, app)));
    }
}
