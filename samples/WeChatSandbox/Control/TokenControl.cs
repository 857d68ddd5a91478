using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace WeChatSandbox.Control;

/// <summary>Tokens of apps and of the third-party platforms that they have authorised.</summary>
internal static class TokenControl
{
    private static readonly ControlJson Json = ControlApi.Json;

    public static void Map(IEndpointRouteBuilder control)
    {
        control.MapControl("/token", Json.AppBody, (sandbox, body) => Token(sandbox.AccessToken(body.AppId)));
        control.MapControl("/token/expire", Json.AppBody, (sandbox, body) => sandbox.ExpireAccessToken(body.AppId));
        control.MapControl("/token/refuse", Json.RefusalBody, (sandbox, body) =>
            sandbox.RefuseAccessTokens(body.ErrCode ?? 40001, body.Always == true ? int.MaxValue : body.Times ?? 1, body.AppId));
        control.MapControl("/token/expires-in", Json.ExpiresInBody, (sandbox, body) => sandbox.ExpiresIn = body.ExpiresIn);

        control.MapControl("/component/authorize", Json.ComponentBody, (sandbox, body) =>
            sandbox.AuthorizeComponent(body.ComponentAppId, body.AppId));
        control.MapControl("/component/token", Json.ComponentBody, (sandbox, body) =>
            Token(sandbox.ComponentAccessToken(body.ComponentAppId)));
        control.MapControl("/component/token/expire", Json.ComponentBody, (sandbox, body) =>
            sandbox.ExpireComponentAccessToken(body.ComponentAppId));
        control.MapControl("/component/authorizer-token", Json.ComponentBody, (sandbox, body) =>
            Token(sandbox.AuthorizerAccessToken(body.ComponentAppId, body.AppId)));
    }

    private static JsonHttpResult<TokenReply> Token(string token) => TypedResults.Json(new TokenReply(token), Json.TokenReply);
}
