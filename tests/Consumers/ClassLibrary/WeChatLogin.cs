using Microsoft.Extensions.DependencyInjection;
using WeChat.MiniProgram.Auth;

namespace Consumers;

/// <summary>A company's own library: compiled against the netstandard2.0 assembly, and run with whichever its host gets.</summary>
public static class WeChatLogin
{
    public static ServiceProvider Services(Action<WeChatMiniProgramOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddWeChatMiniProgram(configure);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
