using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>What the docs call builder, where a test has services alone.</summary>
internal sealed record GuideBuilder(IServiceCollection Services, IConfiguration Configuration)
{
    public GuideBuilder(IServiceCollection services)
        : this(services, new ConfigurationBuilder().Build())
    {
    }
}
