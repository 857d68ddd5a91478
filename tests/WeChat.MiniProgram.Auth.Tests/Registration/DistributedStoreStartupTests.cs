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
    public void UseDistributedSessionKeyStore_Twice_SaysOnceWhatIsMissing(string name)
    {
        var services = Register(name);
        Add(services, name).UseDistributedSessionKeyStore();
        Add(services, "other").UseDistributedSessionKeyStore();
        using var provider = services.BuildServiceProvider();

        var failures = Assert.Throws<OptionsValidationException>(
            () => provider.GetRequiredService<IOptionsMonitor<WeChatMiniProgramOptions>>().Get(name))!.Failures.ToList();

        Assert.That(failures, Has.Count.EqualTo(2));
        Assert.That(failures.Distinct(), Is.EqualTo(failures));
    }

    [TestCase("")]
    [TestCase("shop")]
    public void UseSessionKeyStore_AfterTheDistributedOne_NeedsNeither(string name)
    {
        var services = Register(name);
        Add(services, name).UseSessionKeyStore<OwnStore>();
        using var provider = services.BuildServiceProvider();

        Assert.That(() => provider.GetRequiredService<IStartupValidator>().Validate(), Throws.Nothing);
    }

    [TestCase("")]
    [TestCase("shop")]
    public void AddSingleton_AfterTheDistributedOne_NeedsNeither(string name)
    {
        var services = Register(name);
        if (name.Length == 0)
        {
            services.AddSingleton<ISessionKeyStore, OwnStore>();
        }
        else
        {
            services.AddKeyedSingleton<ISessionKeyStore, OwnStore>(name);
        }

        using var provider = services.BuildServiceProvider();

        Assert.That(() => provider.GetRequiredService<IStartupValidator>().Validate(), Throws.Nothing);
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
        var services = Register(name);
        add(services);
        return services.BuildServiceProvider();
    }

    private static ServiceCollection Register(string name)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        Add(services, name).UseDistributedSessionKeyStore();
        return services;
    }

    private static IWeChatMiniProgramBuilder Add(IServiceCollection services, string name) =>
        services.AddWeChatMiniProgram(name, options => (options.AppId, options.AppSecret) = (TestApp.AppId, TestApp.AppSecret));

    private sealed class OwnStore : ISessionKeyStore
    {
        public ValueTask AddAsync(SessionKeyOwner owner, SessionKey sessionKey, CancellationToken cancellationToken = default) => default;

        public ValueTask<IReadOnlyList<SessionKey>> GetAsync(SessionKeyOwner owner, CancellationToken cancellationToken = default) => new([]);

        public ValueTask RemoveAsync(SessionKeyOwner owner, CancellationToken cancellationToken = default) => default;
    }
}
