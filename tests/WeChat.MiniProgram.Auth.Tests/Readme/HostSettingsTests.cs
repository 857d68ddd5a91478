using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace WeChat.MiniProgram.Auth.Tests;

internal sealed class HostSettingsTests
{
    [Test]
    public void Settings_AllOfTheGuide_MakeAHost()
    {
        var services = new ServiceCollection();
        var vault = new Dictionary<string, string?> { ["Vault:WeChatAppSecret"] = "secret" };
        HostSettings.InCode(services, new ConfigurationBuilder().AddInMemoryCollection(vault).Build());
        HostSettings.Proxy(services);
        HostSettings.Limiter(services);
        HostSettings.Telemetry(services);
        using var provider = services.BuildServiceProvider();
        var options = provider.GetRequiredService<IOptions<WeChatMiniProgramOptions>>().Value;

        Assert.That(provider.GetRequiredService<IMiniProgramLogin>(), Is.Not.Null);
        Assert.That(options.AppSecret, Is.EqualTo("secret"));
        Assert.That(options.SessionKeyLifetime, Is.EqualTo(TimeSpan.FromDays(7)));
    }
}
