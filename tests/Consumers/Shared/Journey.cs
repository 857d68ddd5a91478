using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Extensions.DependencyInjection;
using WeChat.MiniProgram.Auth;

namespace Consumers;

/// <summary>What a host does with the package, from the code of wx.login to a phone number, each step checked.</summary>
internal static class Journey
{
    private const string OpenId = "oMadeUpUser0000000000000001";
    private const string PhoneNumber = "13580006666";

    public static Uri WeChat { get; } = new(Setting("BaseAddress"));

    public static void Configure(WeChatMiniProgramOptions options)
    {
        options.AppId = Setting("AppId");
        options.AppSecret = Setting("AppSecret");
        options.BaseAddress = WeChat;
    }

    public static async Task RunAsync(IServiceProvider services, string runtime, string target)
    {
        Check.Same(RuntimeInformation.FrameworkDescription, runtime, (actual, prefix) => actual.StartsWith(prefix, StringComparison.Ordinal));
        Check.Same(TargetOfPackage(), target);

        using var http = new HttpClient();
        var miniProgram = new MiniProgram(http, WeChat);
        var login = services.GetRequiredService<IMiniProgramLogin>();

        var code = await miniProgram.LoginAsync(OpenId);
        Check.Same((await login.LoginAsync(code)).OpenId, OpenId);
        Check.Same((await Check.ThrowsAsync<WeChatApiException>(() => login.LoginAsync(code))).Kind, WeChatErrorKind.CodeRejected);

        var (encryptedData, iv) = await miniProgram.PhoneAsync(OpenId);
        Check.Same((await login.DecryptAsync<UserPhoneNumber>(OpenId, new(encryptedData, iv))).PurePhoneNumber, PhoneNumber);
        await Check.ThrowsAsync<UserDataException>(() => login.DecryptAsync<UserPhoneNumber>(OpenId, new(Forged(encryptedData), iv)));

        var users = services.GetRequiredService<IMiniProgramUserClient>();
        var phoneCode = await miniProgram.PhoneCodeAsync(OpenId);
        Check.Same((await users.GetPhoneNumberAsync(phoneCode, OpenId)).PurePhoneNumber, PhoneNumber);

        Console.WriteLine($"ok: {RuntimeInformation.FrameworkDescription}, assembly for {TargetOfPackage()}");
    }

    private static string Forged(string base64) => (base64[0] == 'A' ? "B" : "A") + base64.Substring(1);

    private static string TargetOfPackage() =>
        ((TargetFrameworkAttribute)Attribute.GetCustomAttribute(typeof(IMiniProgramLogin).Assembly, typeof(TargetFrameworkAttribute))!).FrameworkName;

    private static string Setting(string name) =>
        Environment.GetEnvironmentVariable($"WeChatMiniProgram__{name}") ?? throw new InvalidOperationException($"WeChatMiniProgram__{name} is not set.");
}
