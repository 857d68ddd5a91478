using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The lines by which a host serves a few mini programs, or any number.</summary>
internal static class ManyAppsHost
{
    public static void AddNamed(WebApplicationBuilder builder)
    {
        // README begins
        builder.Services.AddWeChatMiniProgram("shop", builder.Configuration.GetSection("WeChat:Shop"));
        builder.Services.AddWeChatMiniProgram("club", builder.Configuration.GetSection("WeChat:Club"));
        builder.Services.AddAuthentication().AddBearerToken();
        builder.Services.AddAuthorizationBuilder().AddPolicy("shop", policy => policy.RequireClaim("app", "shop"));

        // README ends
    }

    public static void MapNamed(WebApplication app)
    {
        // README begins
        app.MapPost("/shop/login", async (
            [FromBody] string code, [FromKeyedServices("shop")] IMiniProgramLogin login, CancellationToken cancellationToken) =>
        {
            var user = await login.LoginAsync(code, cancellationToken);
            var identity = new ClaimsIdentity(
                [new Claim("app", "shop"), new Claim("openid", user.OpenId)], BearerTokenDefaults.AuthenticationScheme);
            return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: BearerTokenDefaults.AuthenticationScheme);
        });

        app.MapPost("/me/phone", async (
            [FromBody] string code, ClaimsPrincipal user, IServiceProvider services, CancellationToken cancellationToken) =>
        {
            var users = services.GetRequiredKeyedService<IMiniProgramUserClient>(user.FindFirstValue("app")); // the user's app
            var phone = await users.GetPhoneNumberAsync(code, openId: user.FindFirstValue("openid")!, cancellationToken);
            return Results.Ok(phone.PhoneNumber);
        }).RequireAuthorization();

        // README ends
    }

    public static void AddMany(GuideBuilder builder)
    {
        // README begins
        builder.Services.AddWeChatMiniPrograms<TenantSource>(options => options.SessionKeyLifetime = TimeSpan.FromDays(7));
        builder.Services.Configure<MiniProgramCacheOptions>(cache => cache.CredentialsLifetime = TimeSpan.FromMinutes(1));

        // README ends
    }

    public static void MapMany(WebApplication app)
    {
        // README begins
        app.MapPost("/apps/{appId}/login", async (
            string appId, [FromBody] string code, IMiniProgramProvider miniPrograms, CancellationToken cancellationToken) =>
        {
            try
            {
                var miniProgram = await miniPrograms.GetAsync(appId, cancellationToken);
                var user = await miniProgram.Login.LoginAsync(code, cancellationToken);
                return Results.Ok(user.AppId); // your own login state holds user.AppId and user.OpenId, as above
            }
            catch (MiniProgramNotFoundException)
            {
                return Results.NotFound();
            }
        });

        // README ends
    }

    public static void AddPlatform(GuideBuilder builder, string componentAppId)
    {
        // README begins
        builder.Services.AddWeChatMiniPrograms<AuthorizedApps>().UseComponentPlatform(
            componentAppId, // the platform's own AppID
            (provider, cancellationToken) => provider.GetRequiredService<IPlatformTokens>().GetComponentAccessTokenAsync(cancellationToken),
            (provider, appId, cancellationToken) =>
                provider.GetRequiredService<IPlatformTokens>().GetAuthorizerAccessTokenAsync(appId, cancellationToken));

        // README ends
    }
}
