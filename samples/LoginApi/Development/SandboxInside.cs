using System.Net;
using WeChatSandbox;

namespace LoginApi.Development;

/// <summary>The host plays WeChat to itself, and serves a phone to try the mini program on.</summary>
internal static partial class SandboxInside
{
    /// <summary>In Development without an AppId. Never on a Redis, where the hosts of real users may be.</summary>
    public static bool HasNoWeChat(this WebApplicationBuilder builder) => builder.Environment.IsDevelopment()
        && string.IsNullOrEmpty(builder.Configuration["WeChatMiniProgram:AppId"])
        && string.IsNullOrEmpty(builder.Configuration.GetConnectionString("Redis"));

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
        app.Use(ThisMachineOnlyAsync);
        app.UseMiddleware<MiniProgramExchanges>();
        var development = app.MapGroup("").DisableRateLimiting().ExcludeFromDescription().WithMetadata(new SkipStatusCodePagesAttribute());
        development.MapWeChatSandbox();
        PhonePage.Map(development, app);
        app.Lifetime.ApplicationStarted.Register(() => LogPage(app.Logger, app.Services.GetRequiredService<OwnAddress>().Value));
    }

    // Whoever reaches the sandbox can be any user.
    private static Task ThisMachineOnlyAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Connection.RemoteIpAddress is { } caller && IPAddress.IsLoopback(caller))
            return next(context);

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync("The sandbox inside answers callers on this machine only.");
    }

    [LoggerMessage(LogLevel.Information, "No WeChatMiniProgram:AppId is set, so the sandbox inside plays WeChat. Open {Address}phone/")]
    private static partial void LogPage(ILogger logger, Uri address);
}
