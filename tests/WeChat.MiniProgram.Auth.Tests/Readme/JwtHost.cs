using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>A JWT in place of the bearer token, as the guide shows it.</summary>
internal static class JwtHost
{
    public static void AddTo(WebApplicationBuilder builder)
    {
        // README begins
        var signingKey = new SymmetricSecurityKey(Convert.FromBase64String(builder.Configuration["Jwt:Key"]!)); // 32 random bytes
        builder.Services.AddSingleton(new SigningCredentials(signingKey, SecurityAlgorithms.HmacSha256));
        builder.Services.AddAuthentication().AddJwtBearer(jwt => jwt.TokenValidationParameters = new()
        {
            ValidIssuer = "shop",
            ValidAudience = "shop",
            IssuerSigningKey = signingKey,
        });

        // README ends
    }

    public static void Map(WebApplication app)
    {
        // README begins
        app.MapPost("/login", async (
            [FromBody] string code, IMiniProgramLogin login, SigningCredentials signing, CancellationToken cancellationToken) =>
        {
            var user = await login.LoginAsync(code, cancellationToken);
            var accessToken = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
            {
                Issuer = "shop",
                Audience = "shop",
                Subject = new ClaimsIdentity([new Claim("openid", user.OpenId)]),
                Expires = DateTime.UtcNow.AddHours(1),
                SigningCredentials = signing,
            });
            return Results.Ok(new { accessToken });
        });

        // README ends
    }
}
