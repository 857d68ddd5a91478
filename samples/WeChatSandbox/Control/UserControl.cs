using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace WeChatSandbox.Control;

/// <summary>What the APIs about a signed-in user ask for.</summary>
internal static class UserControl
{
    private static readonly ControlJson Json = ControlApi.Json;

    public static void Map(IEndpointRouteBuilder control)
    {
        control.MapControl("/phone-code", Json.UserBody, (sandbox, body) => Code(sandbox.PhoneCode(body.OpenId, body.AppId)));
        control.MapControl("/phone-number", Json.PhoneNumberBody, (sandbox, body) =>
            sandbox.SetPhoneNumber(body.OpenId, body.PhoneNumber, body.CountryCode ?? "86", body.AppId));
        control.MapControl("/plugin-login", Json.PluginLoginBody, (sandbox, body) =>
            Code(sandbox.PluginLogin(body.OpenId, body.PluginAppId, body.AppId)));
        control.MapControl("/pay", Json.PaymentBody, (sandbox, body) =>
            sandbox.Pay(body.OpenId, body.TransactionId, body.MchId, body.OutTradeNo, body.AppId));
        control.MapControl("/encrypt-key", Json.UserBody, (sandbox, body) =>
            TypedResults.Json(sandbox.EncryptKey(body.OpenId, body.AppId), Json.SandboxEncryptKey));
        control.MapControl("/encrypt-key/rotate", Json.UserBody, (sandbox, body) =>
            sandbox.RotateEncryptKey(body.OpenId, body.AppId));
    }

    private static JsonHttpResult<CodeReply> Code(string code) => TypedResults.Json(new CodeReply(code), Json.CodeReply);
}
