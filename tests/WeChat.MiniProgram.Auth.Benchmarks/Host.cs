using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>The package in a container, as a host has it.</summary>
internal static class Host
{
    public const string AppSecret = "0123456789abcdef0123456789abcdef";
    public const string FloorClient = "floor";

    public static ServiceProvider Create(
        Action<WeChatMiniProgramOptions>? configure = null, Func<HttpMessageHandler>? createHandler = null)
    {
        var services = new ServiceCollection();
        var builder = services.AddWeChatMiniProgram(options =>
        {
            (options.AppId, options.AppSecret) = (Profile.AppId, AppSecret);
            configure?.Invoke(options);
        });
        var floor = services.AddHttpClient(FloorClient).RemoveAllLoggers();
        if (createHandler is not null)
        {
            builder.HttpClient.ConfigurePrimaryHttpMessageHandler(createHandler);
            floor.ConfigurePrimaryHttpMessageHandler(createHandler);
        }

        return services.BuildServiceProvider();
    }
}
