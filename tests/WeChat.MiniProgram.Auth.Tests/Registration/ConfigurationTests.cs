using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class ConfigurationTests
{
    private static readonly Func<IServiceCollection, IConfiguration, (string Name, IWeChatMiniProgramBuilder Builder)>[] Overloads =
    [
        (services, _) => ("", services.AddWeChatMiniProgram()),
        (services, configuration) => ("", services.AddWeChatMiniProgram(configuration.GetSection("WeChatMiniProgram"))),
        (services, configuration) => ("shop", services.AddWeChatMiniProgram("shop", configuration.GetSection("WeChatMiniProgram"))),
    ];

    [Test]
    public void EveryOption_IsBound([Range(0, 2)] int overload)
    {
        var options = OptionsOf(overload, new()
        {
            ["AppId"] = "wx1",
            ["AppSecret"] = "s1",
            ["BaseAddress"] = "https://gateway.test/wechat",
            ["FallbackAddress"] = "https://other.test/",
            ["MaxRetryAttempts"] = "7",
            ["RetryDelay"] = "00:00:00.3",
            ["AttemptTimeout"] = "00:00:04",
            ["TotalTimeout"] = "00:00:20",
            ["SessionKeyLifetime"] = "5.00:00:00",
            ["SessionKeyCapacity"] = "1234",
            ["SessionKeyStoreTimeout"] = "00:00:02",
            ["UserDataMaxAge"] = "-00:00:00.001",
        });

        Assert.That((options.AppId, options.AppSecret), Is.EqualTo(("wx1", "s1")));
        Assert.That(options.BaseAddress, Is.EqualTo(new Uri("https://gateway.test/wechat")));
        Assert.That(options.FallbackAddress, Is.EqualTo(new Uri("https://other.test/")));
        Assert.That((options.MaxRetryAttempts, options.SessionKeyCapacity), Is.EqualTo((7, 1234)));
        Assert.That(options.RetryDelay, Is.EqualTo(TimeSpan.FromMilliseconds(300)));
        Assert.That(options.AttemptTimeout, Is.EqualTo(TimeSpan.FromSeconds(4)));
        Assert.That(options.TotalTimeout, Is.EqualTo(TimeSpan.FromSeconds(20)));
        Assert.That(options.SessionKeyLifetime, Is.EqualTo(TimeSpan.FromDays(5)));
        Assert.That(options.SessionKeyStoreTimeout, Is.EqualTo(TimeSpan.FromSeconds(2)));
        Assert.That(options.UserDataMaxAge, Is.EqualTo(Timeout.InfiniteTimeSpan));
    }

    [TestCase(null, "https://api2.weixin.qq.com/")]
    [TestCase("http://127.0.0.1:5000/", null)]
    public void OptionsThatAreNotConfigured_KeepTheirDefaults(string? baseAddress, string? fallbackAddress)
    {
        for (var overload = 0; overload < Overloads.Length; overload++)
        {
            var settings = new Dictionary<string, string?> { ["AppId"] = "wx1", ["AppSecret"] = "s1" };
            if (baseAddress is not null)
            {
                settings["BaseAddress"] = baseAddress;
            }

            var options = OptionsOf(overload, settings);

            Assert.That(options.FallbackAddress?.AbsoluteUri, Is.EqualTo(fallbackAddress));
            Assert.That((options.MaxRetryAttempts, options.AttemptTimeout), Is.EqualTo((2, TimeSpan.FromSeconds(3))));
        }
    }

    [Test]
    public async Task ReloadedConfiguration_IsSeenByTheNextCall([Range(0, 2)] int overload)
    {
        using var handler = ScriptedHandler.Of(() => Answers.Text(Answers.Session));
        var configuration = Configuration(new() { ["AppId"] = "wx1", ["AppSecret"] = "s1" });
        var services = new ServiceCollection();
        services.AddSingleton(configuration);
        var (name, builder) = Overloads[overload](services, configuration);
        builder.HttpClient.ConfigurePrimaryHttpMessageHandler(() => handler);
        await using var provider = services.BuildServiceProvider();
        var sessions = name.Length == 0
            ? provider.GetRequiredService<IJsCodeSessionClient>()
            : provider.GetRequiredKeyedService<IJsCodeSessionClient>(name);

        await sessions.ExchangeAsync(Answers.Code);
        configuration["WeChatMiniProgram:AppSecret"] = "s2";
        configuration["WeChatMiniProgram:BaseAddress"] = "https://gateway.test/";
        ((IConfigurationRoot)configuration).Reload();
        await sessions.ExchangeAsync(Answers.Code);

        Assert.That(handler.Requests[0].AbsoluteUri, Does.StartWith("https://api.weixin.qq.com/").And.Contain("secret=s1&"));
        Assert.That(handler.Requests[1].AbsoluteUri, Does.StartWith("https://gateway.test/").And.Contain("secret=s2&"));
    }

    [Test]
    public void NoConfiguration_FailsWithAMessageThatNamesTheSection()
    {
        var services = new ServiceCollection();
        services.AddWeChatMiniProgram();
        using var provider = services.BuildServiceProvider();

        Assert.That(
            () => provider.GetRequiredService<IOptions<WeChatMiniProgramOptions>>().Value,
            Throws.TypeOf<OptionsValidationException>().With.Message.Contains("AppId is required").And.Message.Contains("section WeChatMiniProgram"));
    }

    private static WeChatMiniProgramOptions OptionsOf(int overload, Dictionary<string, string?> settings)
    {
        var configuration = Configuration(settings);
        var services = new ServiceCollection();
        services.AddSingleton(configuration);
        var (name, _) = Overloads[overload](services, configuration);
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<WeChatMiniProgramOptions>>().Get(name);
    }

    private static IConfiguration Configuration(Dictionary<string, string?> settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"WeChatMiniProgram:{setting.Key}", setting.Value)))
        .Build();
}
