using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>Several apps in one process never see each other's settings, keys or client.</summary>
public sealed class NamedAppTests
{
    private static readonly Type[] ServiceTypes = [typeof(IMiniProgramLogin), typeof(IJsCodeSessionClient), typeof(IUserDataDecryptor), typeof(ISessionKeyStore)];

    [Test]
    public void NamedApp_IsKeyedAndNotPlain()
    {
        using var provider = Build(services => Add(services, "shop"));
        using var scope = provider.CreateScope();

        foreach (var type in ServiceTypes)
        {
            Assert.That(scope.ServiceProvider.GetRequiredKeyedService(type, "shop"), Is.SameAs(provider.GetRequiredKeyedService(type, "shop")));
            Assert.That(provider.GetService(type), Is.Null);
            Assert.That(provider.GetKeyedServices(type, "other"), Is.Empty);
        }
    }

    [Test]
    public void UnnamedApp_IsPlainAndOneForAllScopes()
    {
        using var provider = Build(services => Add(services, ""));
        using var scope = provider.CreateScope();

        foreach (var type in ServiceTypes)
        {
            Assert.That(scope.ServiceProvider.GetRequiredService(type), Is.SameAs(provider.GetRequiredService(type)));
        }
    }

    [Test]
    public async Task ThreeApps_SideBySide_AreNeverMixed()
    {
        var names = new[] { "", "shop", "game" };
        var handlers = names.ToDictionary(name => name, _ => ScriptedHandler.OfBodies(Answers.Session));
        await using var provider = Build(services =>
        {
            foreach (var name in names)
            {
                Add(services, name).HttpClient.ConfigurePrimaryHttpMessageHandler(() => handlers[name]);
            }
        });

        foreach (var name in names)
        {
            var login = Resolve<IMiniProgramLogin>(provider, name);
            Assert.That((await login.LoginAsync(Answers.Code)).AppId, Is.EqualTo($"wx-{name}"));
            Assert.That(handlers[name].Requests.Single().AbsoluteUri, Does.StartWith($"https://host{name}.test/").And.Contain($"appid=wx-{name}&secret=s-{name}&"));
        }

        await Resolve<IMiniProgramLogin>(provider, "shop").LogoutAsync(Answers.OpenId);
        foreach (var name in names)
        {
            var keys = await Resolve<ISessionKeyStore>(provider, name).GetAsync(new($"wx-{name}", Answers.OpenId));
            Assert.That(keys, Has.Count.EqualTo(name == "shop" ? 0 : 1));
            handlers[name].Dispose();
        }
    }

    [TestCase("shop:main")]
    [TestCase("shop:fallback")]
    public async Task NameLikeTheHostOfAnother_IsAnAppOfItsOwn(string name)
    {
        using var handler = ScriptedHandler.Of(() => Answers.Status(503), () => Answers.Text(Answers.Session));
        await using var provider = Build(services =>
        {
            Add(services, "shop");
            Add(services, name).HttpClient.ConfigurePrimaryHttpMessageHandler(() => handler);
        });

        await Resolve<IMiniProgramLogin>(provider, name).LoginAsync(Answers.Code);

        Assert.That(handler.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task CircuitOfOneApp_LeavesTheOtherAlone()
    {
        using var down = ScriptedHandler.Of(() => Answers.Status(500));
        using var up = ScriptedHandler.OfBodies(Answers.Session);
        await using var provider = Build(services =>
        {
            Add(services, "down").HttpClient.ConfigurePrimaryHttpMessageHandler(() => down);
            Add(services, "up").HttpClient.ConfigurePrimaryHttpMessageHandler(() => up);
            services.Configure<WeChatMiniProgramOptions>("down", options => options.MaxRetryAttempts = 0);
        });
        for (var i = 0; i < 25; i++)
        {
            await Failure.OfAsync<WeChatUnavailableException>(Resolve<IJsCodeSessionClient>(provider, "down").ExchangeAsync(Answers.Code));
        }

        await Resolve<IJsCodeSessionClient>(provider, "up").ExchangeAsync(Answers.Code);

        Assert.That((down.Count, up.Count), Is.EqualTo((20, 1)));
    }

    [TestCase("")]
    [TestCase("shop")]
    public void Builder_TellsTheAppItBuilds(string name)
    {
        var services = new ServiceCollection();

        var builder = Add(services, name);

        Assert.That(builder.Name, Is.EqualTo(name));
        Assert.That(builder.Services, Is.SameAs(services));
        Assert.That(builder.HttpClient.Name, Does.StartWith("WeChat.MiniProgram.Auth").And.EndsWith(name));
    }

    private static IWeChatMiniProgramBuilder Add(IServiceCollection services, string name) => services.AddWeChatMiniProgram(name, options =>
    {
        (options.AppId, options.AppSecret) = ($"wx-{name}", $"s-{name}");
        options.BaseAddress = new($"https://host{name.Replace(':', '-')}.test/");
        options.RetryDelay = TimeSpan.Zero;
    });

    private static ServiceProvider Build(Action<IServiceCollection> configure)
    {
        var services = new ServiceCollection();
        configure(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private static TService Resolve<TService>(IServiceProvider provider, string name)
        where TService : notnull =>
        name.Length == 0 ? provider.GetRequiredService<TService>() : provider.GetRequiredKeyedService<TService>(name);
}
