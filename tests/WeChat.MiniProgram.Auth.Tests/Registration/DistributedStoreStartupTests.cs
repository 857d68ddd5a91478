using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class DistributedStoreStartupTests
{
    [Test]
    public void Start_WithoutACache_NamesTheServiceAndTheLineThatAddsIt()
    {
        var message = FailureOf("", services => services.AddDataProtection());

        Assert.That(message, Does.Contain("needs IDistributedCache").And.Contain("AddStackExchangeRedisCache"));
        Assert.That(message, Does.Not.Contain("IDataProtectionProvider"));
    }

    [Test]
    public void Start_WithoutDataProtection_NamesTheAppTheServiceAndTheLineThatAddsIt()
    {
        var message = FailureOf("shop", services => services.AddDistributedMemoryCache());

        Assert.That(message, Does.Contain("'shop'").And.Contain("needs IDataProtectionProvider").And.Contain("AddDataProtection()"));
        Assert.That(message, Does.Not.Contain("needs IDistributedCache"));
    }

    [TestCase("")]
    [TestCase("shop")]
    public void UseDistributedSessionKeyStore_WithBoth_ReplacesTheStoreInMemory(string name)
    {
        using var provider = Build(name, services =>
        {
            services.AddDistributedMemoryCache();
            services.AddDataProtection();
        });

        var stores = name.Length == 0 ? provider.GetServices<ISessionKeyStore>() : provider.GetKeyedServices<ISessionKeyStore>(name);

        Assert.That(stores.Single().GetType().Name, Is.EqualTo("DistributedSessionKeyStore"));
    }

    private static string FailureOf(string name, Action<IServiceCollection> add)
    {
        using var provider = Build(name, add);
        return Assert.Throws<OptionsValidationException>(
            () => provider.GetRequiredService<IStartupValidator>().Validate())!.Message;
    }

    private static ServiceProvider Build(string name, Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddWeChatMiniProgram(name, options => (options.AppId, options.AppSecret) = (TestApp.AppId, TestApp.AppSecret))
            .UseDistributedSessionKeyStore();
        add(services);
        return services.BuildServiceProvider();
    }
}
