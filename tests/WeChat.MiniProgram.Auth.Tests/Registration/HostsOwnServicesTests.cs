using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>What a host registers itself wins over the package's own.</summary>
public sealed class HostsOwnServicesTests
{
    [TestCase("")]
    [TestCase("shop")]
    public void UseSessionKeyStore_OfATypeWithDependencies_Wins(string name)
    {
        var services = new ServiceCollection();
        services.AddSingleton(new object());
        var builder = Add(services, name);

        Assert.That(builder.UseSessionKeyStore<OwnStore>(), Is.SameAs(builder));

        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        var store = StoreOf(provider, name);
        Assert.That(store, Is.TypeOf<OwnStore>().And.SameAs(StoreOf(provider, name)));
        Assert.That(services.Count(service => service.ServiceType == typeof(ISessionKeyStore)), Is.EqualTo(1));
    }

    [TestCase("")]
    [TestCase("shop")]
    public void UseSessionKeyStore_OfACallback_WinsAndIsAskedOnce(string name)
    {
        var asked = 0;
        var services = new ServiceCollection();
        services.AddSingleton(new object());
        var builder = Add(services, name);

        Assert.That(builder.UseSessionKeyStore<OwnStore>().UseSessionKeyStore(Create), Is.SameAs(builder));

        using var provider = services.BuildServiceProvider();
        Assert.That(StoreOf(provider, name), Is.TypeOf<StoreOf>());
        Assert.That(StoreOf(provider, name), Is.Not.Null);
        Assert.That(asked, Is.EqualTo(1));
        Assert.That(services.Count(service => service.ServiceType == typeof(ISessionKeyStore)), Is.EqualTo(1));

        StoreOf Create(IServiceProvider given)
        {
            asked++;
            Assert.That(given.GetService<object>(), Is.Not.Null);
            return new StoreOf(static _ => Task.CompletedTask);
        }
    }

    [TestCase("", true)]
    [TestCase("", false)]
    [TestCase("shop", true)]
    [TestCase("shop", false)]
    public async Task OwnStore_RegisteredBeforeOrAfter_IsUsedByTheLogin(string name, bool before)
    {
        var store = new OwnStore(new());
        using var handler = ScriptedHandler.OfBodies(Answers.Session);
        var services = new ServiceCollection();
        if (before)
        {
            AddStore();
        }

        Add(services, name).HttpClient.ConfigurePrimaryHttpMessageHandler(() => handler);
        if (!before)
        {
            AddStore();
        }

        await using var provider = services.BuildServiceProvider();
        var login = name.Length == 0 ? provider.GetRequiredService<IMiniProgramLogin>() : provider.GetRequiredKeyedService<IMiniProgramLogin>(name);
        await login.LoginAsync(Answers.Code);

        Assert.That(store.Owners, Is.EqualTo(new SessionKeyOwner[] { new("wx1", Answers.OpenId) }));

        void AddStore() => _ = name.Length == 0
            ? services.AddSingleton<ISessionKeyStore>(store)
            : services.AddKeyedSingleton<ISessionKeyStore>(name, store);
    }

    [Test]
    public async Task TimeProvider_OfTheHost_TellsWhenAKeyExpires()
    {
        using var handler = ScriptedHandler.OfBodies(Answers.Session);
        using var app = TestApp.Over(handler);
        await app.Login.LoginAsync(Answers.Code);
        var owner = new SessionKeyOwner(TestApp.AppId, Answers.OpenId);

        app.Time.Advance(TimeSpan.FromDays(3) - TimeSpan.FromSeconds(1));
        Assert.That(await app.SessionKeys.GetAsync(owner), Has.Count.EqualTo(1));
        app.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await app.SessionKeys.GetAsync(owner), Is.Empty);
    }

    [Test]
    public void NullArguments_Throw()
    {
        var services = new ServiceCollection();
        var section = new ConfigurationBuilder().Build();

        Assert.That(() => default(IServiceCollection)!.AddWeChatMiniProgram(), Throws.ArgumentNullException);
        Assert.That(() => default(IServiceCollection)!.AddWeChatMiniProgram(_ => { }), Throws.ArgumentNullException);
        Assert.That(() => default(IServiceCollection)!.AddWeChatMiniProgram(section), Throws.ArgumentNullException);
        Assert.That(() => services.AddWeChatMiniProgram(default(Action<WeChatMiniProgramOptions>)!), Throws.ArgumentNullException);
        Assert.That(() => services.AddWeChatMiniProgram(default(IConfiguration)!), Throws.ArgumentNullException);
        Assert.That(() => services.AddWeChatMiniProgram(null!, _ => { }), Throws.ArgumentNullException);
        Assert.That(() => services.AddWeChatMiniProgram(null!, section), Throws.ArgumentNullException);
        Assert.That(() => services.AddWeChatMiniProgram("shop", default(Action<WeChatMiniProgramOptions>)!), Throws.ArgumentNullException);
        Assert.That(() => services.AddWeChatMiniProgram("shop", default(IConfiguration)!), Throws.ArgumentNullException);
        Assert.That(() => default(IWeChatMiniProgramBuilder)!.UseSessionKeyStore<OwnStore>(), Throws.ArgumentNullException);
        Assert.That(services, Is.Empty);
    }

    private static IWeChatMiniProgramBuilder Add(IServiceCollection services, string name) =>
        services.AddWeChatMiniProgram(name, options => (options.AppId, options.AppSecret) = ("wx1", "s1"));

    private static ISessionKeyStore StoreOf(IServiceProvider provider, string name) =>
        name.Length == 0 ? provider.GetRequiredService<ISessionKeyStore>() : provider.GetRequiredKeyedService<ISessionKeyStore>(name);

#pragma warning disable CS9113 // The parameter shows that the container fills it in.
    private sealed class OwnStore(object dependency) : ISessionKeyStore
#pragma warning restore CS9113
    {
        public List<SessionKeyOwner> Owners { get; } = [];

        public ValueTask AddAsync(SessionKeyOwner owner, SessionKey sessionKey, CancellationToken cancellationToken = default)
        {
            Owners.Add(owner);
            return default;
        }

        public ValueTask<IReadOnlyList<SessionKey>> GetAsync(SessionKeyOwner owner, CancellationToken cancellationToken = default) => new([]);

        public ValueTask RemoveAsync(SessionKeyOwner owner, CancellationToken cancellationToken = default) => default;
    }
}
