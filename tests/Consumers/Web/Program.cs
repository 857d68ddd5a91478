using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Json;
using Consumers;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using WeChat.MiniProgram.Auth;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.AddWeChatMiniProgram().UseDistributedSessionKeyStore();
builder.Services.AddDistributedMemoryCache();
builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
builder.Services.AddAuthentication().AddBearerToken();
builder.Services.AddAuthorization();
await using var app = builder.Build();

app.MapPost("/login", async ([FromBody] string code, IMiniProgramLogin login) =>
{
    var user = await login.LoginAsync(code);
    var identity = new ClaimsIdentity([new Claim("openid", user.OpenId)], BearerTokenDefaults.AuthenticationScheme);
    return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: BearerTokenDefaults.AuthenticationScheme);
});
app.MapPost("/me/phone", async (EncryptedUserData data, ClaimsPrincipal me, IMiniProgramLogin login) =>
    (await login.DecryptAsync<UserPhoneNumber>(me.FindFirstValue("openid")!, data)).PurePhoneNumber).RequireAuthorization();
await app.StartAsync();

const string OpenId = "oMadeUpUser0000000000000002";
using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
var miniProgram = new MiniProgram(http, Journey.WeChat);

using var login = await http.PostAsJsonAsync("/login", await miniProgram.LoginAsync(OpenId));
var token = JsonElement.Parse(await login.Content.ReadAsStringAsync()).GetProperty("accessToken").GetString();

var (encryptedData, iv) = await miniProgram.PhoneAsync(OpenId);
using var stranger = await http.PostAsJsonAsync("/me/phone", new EncryptedUserData(encryptedData, iv));
Check.Same(stranger.StatusCode, HttpStatusCode.Unauthorized);

http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
using var phone = await http.PostAsJsonAsync("/me/phone", new EncryptedUserData(encryptedData, iv));
Check.Same(await phone.Content.ReadAsStringAsync(), "13580006666");

await Journey.RunAsync(app.Services, ".NET 10.", ".NETCoreApp,Version=v8.0");
await app.StopAsync();
