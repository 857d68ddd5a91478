using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace WeChatSandbox.Control;

/// <summary>Logins, and the user data that they decrypt.</summary>
internal static class LoginControl
{
    private static readonly ControlJson Json = ControlApi.Json;

    public static void Map(IEndpointRouteBuilder control)
    {
        control.MapControl("/login", Json.LoginBody, (sandbox, body) =>
            TypedResults.Json(new CodeReply(sandbox.Login(body.OpenId, body.UnionId, body.AppId)), Json.CodeReply));
        control.MapControl("/rotate", Json.UserBody, (sandbox, body) => sandbox.RotateSessionKey(body.OpenId, body.AppId));
        control.MapControl("/end-session", Json.UserBody, (sandbox, body) => sandbox.EndSession(body.OpenId, body.AppId));
        control.MapControl("/profile", Json.UserBody, (sandbox, body) =>
            UserData(body.NickName is { } name
                ? sandbox.Profile(body.OpenId, name, body.AppId)
                : sandbox.Profile(body.OpenId, appId: body.AppId)));
        control.MapControl("/phone", Json.UserBody, (sandbox, body) => UserData(sandbox.Phone(body.OpenId, body.PhoneNumber, body.AppId)));
        control.MapControl("/werun", Json.UserBody, (sandbox, body) => UserData(sandbox.WeRun(body.OpenId, body.AppId)));
        control.MapControl("/encrypt", Json.EncryptBody, (sandbox, body) =>
            UserData(sandbox.Encrypt(body.OpenId, body.Json, body.AppId)));
    }

    private static JsonHttpResult<SandboxUserData> UserData(SandboxUserData data) => TypedResults.Json(data, Json.SandboxUserData);
}
