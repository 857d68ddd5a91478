using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>A host with a wrong setting does not start, and says which.</summary>
public sealed class StartupTests
{
    private const string Secret = "the-secret-that-no-message-shows";

    [TestCase("AppId", "")]
    [TestCase("AppId", "  ")]
    [TestCase("AppId", " wx1")]
    [TestCase("AppId", null)]
    [TestCase("AppSecret", "")]
    [TestCase("AppSecret", null)]
    [TestCase("AppSecret", Secret + "\n")]
    [TestCase("BaseAddress", null)]
    [TestCase("BaseAddress", "relative/path")]
    [TestCase("BaseAddress", "ftp://host/")]
    [TestCase("BaseAddress", $"https://host/?secret={Secret}")]
    [TestCase("BaseAddress", $"https://user:{Secret}@host/")]
    [TestCase("BaseAddress", "https://host/#fragment")]
    [TestCase("FallbackAddress", "relative/path")]
    [TestCase("FallbackAddress", "https://host/?a=b")]
    [TestCase("MaxRetryAttempts", -1)]
    [TestCase("MaxRetryAttempts", 11)]
    [TestCase("SessionKeyCapacity", 0)]
    [TestCase("SessionKeyCapacity", -5)]
    [TestCase("RetryDelay", -1.0)]
    [TestCase("RetryDelay", 10_001.0)]
    [TestCase("AttemptTimeout", 0.0)]
    [TestCase("AttemptTimeout", 9.0)]
    [TestCase("AttemptTimeout", -1.0)]
    [TestCase("TotalTimeout", 0.0)]
    [TestCase("TotalTimeout", 86_400_001.0)]
    [TestCase("TotalTimeout", -1.0)]
    [TestCase("SessionKeyLifetime", 0.0)]
    [TestCase("SessionKeyLifetime", -1.0)]
    [TestCase("SessionKeyStoreTimeout", 0.0)]
    [TestCase("SessionKeyStoreTimeout", -1.0)]
    [TestCase("UserDataMaxAge", 0.0)]
    [TestCase("UserDataMaxAge", -2.0)]
    public async Task StartAsync_BadSetting_FailsAndNamesAppAndSettingAndNoSecret(string setting, object? value)
    {
        foreach (var name in new[] { "", "shop" })
        {
            var exception = await Failure.OfAsync<OptionsValidationException>(StartAsync(name, options => Set(options, setting, value)));

            Assert.That(exception.Message, Does.Contain(name.Length == 0 ? "unnamed" : "'shop'").And.Contain(setting).And.Not.Contain(Secret));
        }
    }

    [Test]
    public async Task StartAsync_AttemptLongerThanTotal_ShowsBothValues()
    {
        var exception = await Failure.OfAsync<OptionsValidationException>(
            StartAsync("", options => options.AttemptTimeout = TimeSpan.FromSeconds(11)));

        Assert.That(exception.Message, Does.Contain("AttemptTimeout (00:00:11)").And.Contain("TotalTimeout (00:00:10)"));
    }

    [Test]
    public async Task StartAsync_NoAppId_SaysWhereToSetIt()
    {
        var exception = await Failure.OfAsync<OptionsValidationException>(StartAsync("", options => options.AppId = ""));

        Assert.That(exception.Message, Does.Contain("section WeChatMiniProgram").And.Contain("user secrets").And.Contain("Development"));
    }

    [SetCulture("sv-SE")] // its minus sign is no hyphen, and no search finds it
    [TestCase("MaxRetryAttempts")]
    [TestCase("SessionKeyCapacity")]
    public async Task StartAsync_NegativeCountWhereAMinusIsAnother_ShowsItAsInTheSettings(string setting)
    {
        var exception = await Failure.OfAsync<OptionsValidationException>(StartAsync("", options => Set(options, setting, -1)));

        Assert.That(exception.Message, Does.Contain($"{setting} is -1;"));
    }

    [Test]
    public async Task StartAsync_SeveralBadSettings_NamesThemAll()
    {
        var exception = await Failure.OfAsync<OptionsValidationException>(StartAsync("", options => (options.AppId, options.MaxRetryAttempts) = ("", 99)));

        Assert.That(exception.Failures.ToList(), Has.Count.EqualTo(2));
    }

    [TestCase("MaxRetryAttempts", 0)]
    [TestCase("MaxRetryAttempts", 10)]
    [TestCase("SessionKeyCapacity", 1)]
    [TestCase("RetryDelay", 0.0)]
    [TestCase("AttemptTimeout", 10.0)]
    [TestCase("AttemptTimeout", 10_000.0)]
    [TestCase("TotalTimeout", 86_400_000.0)]
    [TestCase("UserDataMaxAge", -1.0)]
    [TestCase("FallbackAddress", null)]
    public async Task StartAsync_SettingAtItsLimit_Starts(string setting, object? value)
    {
        var started = 0;
        await StartAsync("", options => Set(options, setting, value), () => started++);

        Assert.That(started, Is.EqualTo(1));
    }

    private static async Task StartAsync(string name, Action<WeChatMiniProgramOptions> configure, Action? onStarted = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddWeChatMiniProgram(name, options =>
        {
            (options.AppId, options.AppSecret) = ("wx1", Secret);
            configure(options);
        });
        using var host = builder.Build();
        await host.StartAsync();
        onStarted?.Invoke();
        await host.StopAsync();
    }

    private static void Set(WeChatMiniProgramOptions options, string setting, object? value)
    {
        var property = typeof(WeChatMiniProgramOptions).GetProperty(setting)!;
        property.SetValue(options, value switch
        {
            double milliseconds => TimeSpan.FromMilliseconds(milliseconds),
            string address when property.PropertyType == typeof(Uri) => new Uri(address, UriKind.RelativeOrAbsolute),
            _ => value,
        });
    }
}
