using Microsoft.AspNetCore.Mvc;
using WeChatSandbox;

namespace LoginApi.Development;

/// <summary>The host plays WeChat to itself, and serves a phone to try the mini program on.</summary>
internal static partial class SandboxInside
{
    public static void AddSandboxInside(this WebApplicationBuilder builder, IWeChatMiniProgramBuilder miniProgram)
    {
        var sandbox = new SandboxOptions();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["WeChatMiniProgram:AppId"] = sandbox.AppId,
            ["WeChatMiniProgram:AppSecret"] = sandbox.AppSecret,
            ["WeChatMiniProgram:BaseAddress"] = OwnAddress.Placeholder,
        });
        builder.Services.AddWeChatSandbox();
        builder.Services.AddSingleton<ExchangeLog>().AddSingleton<OwnAddress>().AddTransient<ToSandbox>();
        miniProgram.HttpClient.AddHttpMessageHandler<ToSandbox>();
    }

    public static void UseSandboxInside(this WebApplication app)
    {
        app.UseMiddleware<MiniProgramExchanges>();
        var development = app.MapGroup("").DisableRateLimiting().ExcludeFromDescription().WithMetadata(new SkipStatusCodePagesAttribute());
        development.MapWeChatSandbox();
        PhonePage.Map(development, app);
        app.Lifetime.ApplicationStarted.Register(() => LogPage(app.Logger, app.Services.GetRequiredService<OwnAddress>().Value));
    }

    [LoggerMessage(LogLevel.Information, "No WeChatMiniProgram:AppId is set, so the sandbox inside plays WeChat. Open {Address}phone/")]
    private static partial void LogPage(ILogger logger, Uri address);
}
