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

        // README ends
    }

    public static void MapNamed(WebApplication app)
    {
        // README begins
        app.MapPost("/shop/login", async (
            [FromBody] string code, [FromKeyedServices("shop")] IMiniProgramLogin login, CancellationToken cancellationToken) =>
        {
            var user = await login.LoginAsync(code, cancellationToken);
            return Results.Ok(user.AppId); // your own login state holds user.AppId and user.OpenId
        });

        // README ends
    }

    public static void AddMany(IServiceCollection services)
    {
        // README begins
        services.AddWeChatMiniPrograms<TenantSource>(options => options.SessionKeyLifetime = TimeSpan.FromDays(7));
        services.Configure<MiniProgramCacheOptions>(cache => cache.CredentialsLifetime = TimeSpan.FromMinutes(1));

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
                return Results.Ok(user.AppId); // your own login state holds user.AppId and user.OpenId
            }
            catch (MiniProgramNotFoundException)
            {
                return Results.NotFound();
            }
        });

        // README ends
    }

    public static void AddPlatform(IServiceCollection services, string componentAppId)
    {
        // README begins
        services.AddWeChatMiniPrograms<AuthorizedApps>().UseComponentPlatform(
            componentAppId,
            (provider, cancellationToken) => provider.GetRequiredService<IPlatformTokens>().GetComponentAccessTokenAsync(cancellationToken),
            (provider, appId, cancellationToken) =>
                provider.GetRequiredService<IPlatformTokens>().GetAuthorizerAccessTokenAsync(appId, cancellationToken));

        // README ends
    }
}
