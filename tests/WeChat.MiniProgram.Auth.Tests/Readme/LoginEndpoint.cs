using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The endpoint that both READMEs show, and the host that the guide's endpoints are added to.</summary>
internal static class LoginEndpoint
{
    public static WebApplication Build(params string[] args)
    {
        // README begins
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddWeChatMiniProgram(); // section "WeChatMiniProgram": AppId, AppSecret
        builder.Services.AddAuthentication().AddBearerToken(); // your own login state
        builder.Services.AddAuthorization();
        var app = builder.Build();

        app.MapPost("/login", async ([FromBody] string code, IMiniProgramLogin login, CancellationToken cancellationToken) =>
        {
            try
            {
                var user = await login.LoginAsync(code, cancellationToken);
                var identity = new ClaimsIdentity([new Claim("openid", user.OpenId)], BearerTokenDefaults.AuthenticationScheme);
                return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: BearerTokenDefaults.AuthenticationScheme);
            }
            catch (WeChatApiException exception) when (exception.Kind == WeChatErrorKind.CodeRejected)
            {
                return Results.Unauthorized(); // the mini program calls wx.login again
            }
        });

        // README ends
        UserEndpoints.MapPhone(app);
        UserEndpoints.MapEncryptedPhone(app);
        UserEndpoints.MapSteps(app);
        UserEndpoints.MapProfile(app);
        return app;
    }
}
