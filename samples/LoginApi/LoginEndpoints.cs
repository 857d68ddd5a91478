using Microsoft.AspNetCore.Authentication.BearerToken;

namespace LoginApi;

internal static class LoginEndpoints
{
    private const string Scheme = BearerTokenDefaults.AuthenticationScheme;

    public static string OpenId(this ClaimsPrincipal user) => user.FindFirstValue("openid")!;

    public static string KeyOf(this ClaimsPrincipal user, string what) => // a cache's exceptions would bring the openid into the log
        $"{what}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{user.FindFirstValue("appid")} {user.OpenId()}")))[..32]}";

    public static void MapLogin(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/login", async (LoginRequest request, IMiniProgramLogin login, CancellationToken cancellation) =>
        {
            var user = await login.LoginAsync(request.Code, cancellation);
            var identity = new ClaimsIdentity([new("appid", user.AppId), new("openid", user.OpenId)], Scheme);
            return TypedResults.SignIn(new(identity), authenticationScheme: Scheme);
        }).Produces<AccessTokenResponse>();

        endpoints.MapPost("/login/refresh", RefreshAsync).Produces<AccessTokenResponse>();
        endpoints.MapPost("/logout", LogoutAsync).RequireAuthorization();
    }

    private static async Task<Results<SignInHttpResult, UnauthorizedHttpResult>> RefreshAsync(RefreshRequest request,
        IOptionsMonitor<BearerTokenOptions> bearer, ISessionKeyStore sessionKeys, IDistributedCache cache, TimeProvider clock)
    {
        var ticket = bearer.Get(Scheme).RefreshTokenProtector.Unprotect(request.RefreshToken);
        if (ticket?.Properties.ExpiresUtc is not { } expires || expires <= clock.GetUtcNow())
            return TypedResults.Unauthorized();

        // A token from before a logout is void. After some days there is no session_key, and the mini program has to call wx.login anyway.
        var user = ticket.Principal;
        var isVoid = string.CompareOrdinal($"{expires:u}", await cache.GetStringAsync(user.KeyOf("logout"))) <= 0;
        var keys = await sessionKeys.GetAsync(new(user.FindFirstValue("appid")!, user.OpenId()));
        return isVoid || keys.Count == 0 ? TypedResults.Unauthorized() : TypedResults.SignIn(user, authenticationScheme: Scheme);
    }

    // An access token that is out stays good for the rest of its hour. A host that cannot have that asks the cache at each request.
    private static async Task<NoContent> LogoutAsync(ClaimsPrincipal user, IMiniProgramLogin login,
        IOptionsMonitor<BearerTokenOptions> bearer, IDistributedCache cache, TimeProvider clock, CancellationToken cancellation)
    {
        var ends = clock.GetUtcNow() + bearer.Get(Scheme).RefreshTokenExpiration; // of the last token that is out
        await cache.SetStringAsync(user.KeyOf("logout"), $"{ends:u}", new() { AbsoluteExpiration = ends }, cancellation);
        await login.LogoutAsync(user.OpenId(), cancellation);
        return TypedResults.NoContent();
    }
}
