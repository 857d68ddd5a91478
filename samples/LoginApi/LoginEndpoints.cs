using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Options;

namespace LoginApi;

internal static class LoginEndpoints
{
    private const string Scheme = BearerTokenDefaults.AuthenticationScheme;

    public static string OpenId(this ClaimsPrincipal user) => user.FindFirstValue("openid")!;

    public static void MapLogin(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/login", async (LoginRequest request, IMiniProgramLogin login, CancellationToken cancellation) =>
        {
            var user = await login.LoginAsync(request.Code, cancellation);
            var identity = new ClaimsIdentity([new("appid", user.AppId), new("openid", user.OpenId)], Scheme);
            return TypedResults.SignIn(new(identity), authenticationScheme: Scheme);
        }).Produces<AccessTokenResponse>();

        endpoints.MapPost("/login/refresh", RefreshAsync).Produces<AccessTokenResponse>();

        // An access token that is out stays good for the rest of its hour. A host that cannot have that keeps a list of ended logins.
        endpoints.MapPost("/logout", async (ClaimsPrincipal user, IMiniProgramLogin login, CancellationToken cancellation) =>
        {
            await login.LogoutAsync(user.OpenId(), cancellation);
            return TypedResults.NoContent();
        }).RequireAuthorization();
    }

    private static async Task<Results<SignInHttpResult, UnauthorizedHttpResult>> RefreshAsync(
        RefreshRequest request, IOptionsMonitor<BearerTokenOptions> bearer, ISessionKeyStore sessionKeys, TimeProvider clock)
    {
        var ticket = bearer.Get(Scheme).RefreshTokenProtector.Unprotect(request.RefreshToken);
        if (ticket?.Properties.ExpiresUtc is not { } expires || expires <= clock.GetUtcNow())
            return TypedResults.Unauthorized();

        // After a logout, or some days, there is no session_key, and the mini program has to call wx.login anyway.
        var keys = await sessionKeys.GetAsync(new(ticket.Principal.FindFirstValue("appid")!, ticket.Principal.OpenId()));
        return keys.Count > 0 ? TypedResults.SignIn(ticket.Principal, authenticationScheme: Scheme) : TypedResults.Unauthorized();
    }
}
