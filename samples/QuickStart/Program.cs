// The whole job of the package in one run: a code in, a user out, user data verified and decrypted.
//
//   dotnet run --project samples/QuickStart
//       plays it through against the sandbox, a stand-in for WeChat's servers in this process.
//   dotnet run --project samples/QuickStart -- --code <a fresh code of wx.login>
//       trades the code with the real WeChat. AppId and AppSecret come from user secrets, the environment
//       (WeChatMiniProgram__AppId) or the command line (--WeChatMiniProgram:AppId).
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using QuickStart;
using WeChat.MiniProgram.Auth;
using WeChatSandbox;

Console.OutputEncoding = Encoding.UTF8;
var builder = Host.CreateApplicationBuilder(args);
builder.Logging.AddFilter("Microsoft.Hosting", LogLevel.Warning);
builder.Configuration.AddUserSecrets<Program>(optional: true).AddEnvironmentVariables().AddCommandLine(args);

if (builder.Configuration["code"] is { } realCode)
{
    builder.Services.AddWeChatMiniProgram(); // reads the section "WeChatMiniProgram" of the configuration
    using var realHost = builder.Build();
    await realHost.StartAsync(); // stops here, and says which setting is wrong
    var realUser = await realHost.Services.GetRequiredService<IMiniProgramLogin>().LoginAsync(realCode);
    Console.WriteLine($"openid {realUser.OpenId}, unionid {realUser.UnionId ?? "(none)"}");
    return;
}

await using var weChat = await SandboxServer.StartAsync();
builder.Services.AddWeChatMiniProgram(options =>
{
    options.AppId = weChat.Sandbox.AppId;
    options.AppSecret = weChat.Sandbox.AppSecret;
    options.BaseAddress = weChat.Address;
});
builder.Services.AddWeChatMiniProgram(OfficialDemo.Name, options =>
{
    options.AppId = OfficialDemo.AppId;
    options.AppSecret = "not needed to decrypt";
    options.UserDataMaxAge = Timeout.InfiniteTimeSpan; // the demo is of 2016
});

using var host = builder.Build();
await host.StartAsync();
var login = host.Services.GetRequiredService<IMiniProgramLogin>();

// 1. The mini program calls wx.login and sends the code; its user is known from here on.
var code = weChat.Sandbox.Login(openId: "oMadeUpUser0000000000000001", unionId: "uMadeUpUser0000000000000001");
var user = await login.LoginAsync(code);
Console.WriteLine($"1. logged in          openid {user.OpenId}, unionid {user.UnionId}");

// 2. wx.getUserProfile gives rawData with a signature, and the same data encrypted.
var profile = weChat.Sandbox.Profile(user.OpenId);
var isGenuine = await login.VerifySignatureAsync(user.OpenId, profile.RawData!, profile.Signature!);
Console.WriteLine($"2. rawData            {(isGenuine ? "signature is right" : "signature is WRONG")}");
var userInfo = await login.DecryptAsync<UserInfo>(user.OpenId, new(profile.EncryptedData, profile.Iv));
Console.WriteLine($"3. profile            {userInfo.NickName}, {userInfo.Gender}");

// 4. So does the phone number button, on base libraries older than 2.21.2.
var phone = weChat.Sandbox.Phone(user.OpenId);
var number = await login.DecryptAsync<UserPhoneNumber>(user.OpenId, new(phone.EncryptedData, phone.Iv));
Console.WriteLine($"4. phone number       +{number.CountryCode} {number.PurePhoneNumber}");

// 5. A new wx.login replaces the key while data encrypted with the old one is on its way: it still decrypts.
weChat.Sandbox.RotateSessionKey(user.OpenId);
await login.LoginAsync(weChat.Sandbox.Login(user.OpenId));
var late = await login.DecryptAsync<UserPhoneNumber>(user.OpenId, new(phone.EncryptedData, phone.Iv));
Console.WriteLine($"5. after a new login  +{late.CountryCode} {late.PurePhoneNumber}, by the key before");

// 6. What goes wrong says what to do.
try
{
    await login.LoginAsync(code);
}
catch (WeChatApiException exception)
{
    Console.WriteLine($"6. a used code        {exception.Kind}: {exception.Message}");
}

try
{
    await login.DecryptAsync<UserPhoneNumber>(user.OpenId, new(phone.EncryptedData, profile.Iv));
}
catch (UserDataException exception)
{
    Console.WriteLine($"7. forged data        {exception.Message}");
}

// 8. The parts work alone, too. This is WeChat's own demo, decrypted by the app registered under a name.
var decryptor = host.Services.GetRequiredKeyedService<IUserDataDecryptor>(OfficialDemo.Name);
var demo = decryptor.Decrypt<UserInfo>(new SessionKey(OfficialDemo.SessionKey), new(OfficialDemo.EncryptedData, OfficialDemo.Iv));
Console.WriteLine($"8. WeChat's own demo  openId {demo.OpenId}");
