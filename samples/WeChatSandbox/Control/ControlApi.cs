using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace WeChatSandbox.Control;

/// <summary>The control surface for programs outside this process. It never shows a session_key.</summary>
internal static class ControlApi
{
    // A "+" of Base64 stays one, for shell scripts that read the answers without a JSON parser.
    private static readonly ControlJson Json =
        new(new JsonSerializerOptions(ControlJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var control = endpoints.MapGroup("/sandbox");

        control.MapControl("/login", Json.LoginBody, (sandbox, body) =>
            TypedResults.Json(new LoginReply(sandbox.Login(body.OpenId, body.UnionId, body.AppId)), Json.LoginReply));
        control.MapControl("/profile", Json.UserBody, (sandbox, body) =>
            UserData(body.NickName is { } name
                ? sandbox.Profile(body.OpenId, name, body.AppId)
                : sandbox.Profile(body.OpenId, appId: body.AppId)));
        control.MapControl("/phone", Json.UserBody, (sandbox, body) =>
            UserData(body.PhoneNumber is { } phone
                ? sandbox.Phone(body.OpenId, phone, body.AppId)
                : sandbox.Phone(body.OpenId, appId: body.AppId)));
        control.MapControl("/werun", Json.UserBody, (sandbox, body) => UserData(sandbox.WeRun(body.OpenId, body.AppId)));
        control.MapControl("/encrypt", Json.EncryptBody, (sandbox, body) =>
            UserData(sandbox.Encrypt(body.OpenId, body.Json, body.AppId)));
        control.MapControl("/rotate", Json.UserBody, (sandbox, body) =>
        {
            sandbox.RotateSessionKey(body.OpenId, body.AppId);
            return TypedResults.NoContent();
        });
        control.MapControl("/faults", Json.FaultBody, ScheduleFault);
        control.MapDelete("/faults", ClearFaults);
    }

    private static JsonHttpResult<SandboxUserData> UserData(SandboxUserData data) => TypedResults.Json(data, Json.SandboxUserData);

    private static IResult ScheduleFault(Sandbox sandbox, FaultBody body)
    {
        if (body.Always == true)
            sandbox.FailAlways(body.ToFault());
        else
            sandbox.Fail(body.ToFault(), body.Times ?? 1);

        return TypedResults.NoContent();
    }

    private static Task ClearFaults(HttpContext context)
    {
        context.RequestServices.GetRequiredService<Sandbox>().ClearFaults();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
