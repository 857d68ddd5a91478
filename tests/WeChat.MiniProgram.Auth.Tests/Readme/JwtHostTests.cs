using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Tests;

internal sealed class JwtHostTests : GuideFixture
{
    [Test]
    public async Task Map_JwtOfTheLogin_NamesTheUser()
    {
        await using var host = await HostAsync();
        await host.SignInAsync("/login", WeChat.Login(OpenId));

        Assert.That(await host.TextOfPostCodeAsync("/me/phone", WeChat.PhoneCode(OpenId)), Is.EqualTo($"\"{PhoneNumber}\""));
    }

    [Test]
    public async Task AddTo_JwtOfAnotherKey_IsUnauthorized()
    {
        await using var host = await HostAsync();
        await using var another = await HostAsync();
        await another.SignInAsync("/login", WeChat.Login(OpenId));
        host.Http.DefaultRequestHeaders.Authorization = another.Http.DefaultRequestHeaders.Authorization;
        using var response = await host.PostCodeAsync("/me/phone", WeChat.PhoneCode(OpenId));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    private Task<GuideHost> HostAsync() => GuideHost.StartAsync(
        builder =>
        {
            builder.Configuration.AddInMemoryCollection(SettingsIn("WeChatMiniProgram"));
            builder.Configuration["Jwt:Key"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
            builder.Services.AddWeChatMiniProgram();
            builder.Services.AddAuthorization();
            JwtHost.AddTo(builder);
        },
        app =>
        {
            JwtHost.Map(app);
            UserEndpoints.MapPhone(app);
        });
}
