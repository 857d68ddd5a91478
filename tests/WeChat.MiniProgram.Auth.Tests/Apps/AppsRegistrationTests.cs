using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class AppsRegistrationTests
{
    [Test]
    public async Task StartAsync_WithoutASource_NamesTheLineToAdd()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddWeChatMiniPrograms();
        using var host = builder.Build();

        var exception = await Failure.OfAsync<OptionsValidationException>(host.StartAsync());

        Assert.That(exception.Message, Does.Contain("AddWeChatMiniPrograms() needs an IMiniProgramSource")
            .And.Contain("services.AddSingleton<IMiniProgramSource, …>()"));
    }

    [Test]
    public async Task StartAsync_WithASource_NeedsNeitherAppIdNorAppSecret()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddWeChatMiniPrograms<KnownApps>();
        using var host = builder.Build();

        await host.StartAsync();
        Assert.That(host.Services.GetRequiredService<IMiniProgramSource>(), Is.TypeOf<KnownApps>());
        await host.StopAsync();
    }

    [Test]
    public async Task StartAsync_BadSharedSetting_FailsAndNamesTheApps()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddWeChatMiniPrograms<KnownApps>(options => options.MaxRetryAttempts = 11);
        using var host = builder.Build();

        var exception = await Failure.OfAsync<OptionsValidationException>(host.StartAsync());

        Assert.That(exception.Message, Does.Contain("AddWeChatMiniPrograms").And.Contain("MaxRetryAttempts is 11"));
    }

    [Test]
    public void AddWeChatMiniProgram_NameOfTheManyApps_IsRefused() => Assert.That(
        () => new ServiceCollection().AddWeChatMiniProgram("*", static _ => { }),
        Throws.ArgumentException.With.Message.Contains("AddWeChatMiniPrograms"));

    [Test]
    public void AddWeChatMiniPrograms_Twice_ChangesNothing()
    {
        var services = new ServiceCollection();
        services.AddWeChatMiniPrograms<KnownApps>();
        var before = services.Where(IsOurs).ToList();

        services.AddWeChatMiniPrograms<KnownApps>();
        services.AddWeChatMiniPrograms();

        Assert.That(before, Is.Not.Empty);
        Assert.That(services.Where(IsOurs), Is.EqualTo(before));
    }

    [Test]
    public void AddWeChatMiniPrograms_Null_Throws()
    {
        Assert.That(() => default(IServiceCollection)!.AddWeChatMiniPrograms(), Throws.ArgumentNullException);
        Assert.That(() => default(IServiceCollection)!.AddWeChatMiniPrograms<KnownApps>(), Throws.ArgumentNullException);
    }

    [Test]
    public async Task NamedAndUnnamedApps_BesideManyApps_KeepToThemselves()
    {
        using var weChat = new WeChatByPath();
        var services = new ServiceCollection();
        services.AddWeChatMiniProgram(options => (options.AppId, options.AppSecret) = ("wx-one", "s-one"))
            .HttpClient.ConfigurePrimaryHttpMessageHandler(() => weChat);
        services.AddWeChatMiniProgram("shop", options => (options.AppId, options.AppSecret) = ("wx-shop", "s-shop"))
            .HttpClient.ConfigurePrimaryHttpMessageHandler(() => weChat);
        var source = new KnownApps { ["wx-many"] = new("s-many") };
        services.AddSingleton<IMiniProgramSource>(source);
        services.AddWeChatMiniPrograms().HttpClient.ConfigurePrimaryHttpMessageHandler(() => weChat);
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        var many = provider.GetRequiredService<IMiniProgramProvider>();

        await provider.GetRequiredService<IMiniProgramLogin>().LoginAsync(Answers.Code);
        await provider.GetRequiredKeyedService<IMiniProgramLogin>("shop").LoginAsync(Answers.Code);
        await (await many.GetAsync("wx-many")).Login.LoginAsync(Answers.Code);

        var sent = weChat.To(WeChatByPath.LoginPath).Select(request => $"{request.Query("appid")} {request.Query("secret")}");
        Assert.That(string.Join(", ", sent), Is.EqualTo("wx-one s-one, wx-shop s-shop, wx-many s-many"));
        await Failure.OfAsync<MiniProgramNotFoundException>(many.GetAsync("wx-one").AsTask());
        Assert.That(
            await provider.GetRequiredService<ISessionKeyStore>().GetAsync(new("wx-many", Answers.OpenId)), Is.Empty);
    }

    private static bool IsOurs(ServiceDescriptor service) => service.ServiceType.Assembly == typeof(IMiniProgramLogin).Assembly;
}
