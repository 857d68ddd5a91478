using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>A slip of the hand in a running host's configuration must not lock every user out.</summary>
public sealed class BadReloadTests
{
    private CapturedLog log = null!;
    private ScriptedHandler handler = null!;
    private IConfigurationRoot configuration = null!;
    private ServiceProvider provider = null!;
    private IJsCodeSessionClient sessions = null!;

    [SetUp]
    public async Task StartWithGoodSettingsAsync()
    {
        log = new CapturedLog();
        handler = ScriptedHandler.OfBodies(Answers.Session);
        configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["AppId"] = "wx1", ["AppSecret"] = "s1" })
            .Build();
        provider = BuildProvider();
        sessions = provider.GetRequiredService<IJsCodeSessionClient>();
        await sessions.ExchangeAsync(Answers.Code);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await provider.DisposeAsync();
        handler.Dispose();
        log.Dispose();
    }

    [Test]
    public async Task ExchangeAsync_AfterABadReload_UsesTheLastGoodSettingsAndSaysSoOnce()
    {
        configuration["AttemptTimeout"] = "01:00:00";
        Reload();
        await sessions.ExchangeAsync(Answers.Code);
        await sessions.ExchangeAsync(Answers.Code);

        configuration["AttemptTimeout"] = null;
        configuration["AppSecret"] = "s2";
        Reload();
        await sessions.ExchangeAsync(Answers.Code);

        var rejected = log.Ours.Where(entry => entry.EventId == 6).ToList();
        Assert.That(rejected, Has.Count.EqualTo(1));
        Assert.That(rejected[0].Level, Is.EqualTo(LogLevel.Error));
        Assert.That(rejected[0].Text, Does.Contain("AttemptTimeout (01:00:00)").And.Contain("TotalTimeout (00:00:10)"));
        Assert.That(handler.Requests[2].Query, Does.Contain("secret=s1&"));
        Assert.That(handler.Requests[3].Query, Does.Contain("secret=s2&"));
    }

    [Test]
    public async Task ExchangeAsync_AfterAValueThatCannotBeRead_UsesTheLastGoodSettingsAndSaysSoEachTimeItComes()
    {
        foreach (var timeout in new[] { "3 secret seconds", null, "3 secret seconds" })
        {
            configuration["AttemptTimeout"] = timeout;
            Reload();
            await sessions.ExchangeAsync(Answers.Code);
        }

        var rejected = log.Ours.Where(entry => entry.EventId == 6).Select(entry => entry.Text).ToList();
        Assert.That(handler.Requests.Select(static request => request.Query), Has.Exactly(4).Contains("secret=s1&"));
        Assert.That(rejected, Has.Count.EqualTo(2));
        Assert.That(rejected, Has.All.Contains("AttemptTimeout could not be read as System.TimeSpan"));
        Assert.That(log.Ours.Select(entry => entry.Everything), Has.None.Contains("secret seconds"));
    }

    [Test]
    public async Task ExchangeAsync_FirstLoginAfterABadReload_UsesTheSettingsThatTheHostStartedWith([Values] bool hasReadThem)
    {
        await using var started = BuildProvider();
        if (hasReadThem)
        {
            await started.GetRequiredService<IMiniProgramLogin>().LogoutAsync(Answers.OpenId);
        }
        else
        {
            started.GetRequiredService<IStartupValidator>().Validate();
        }

        configuration["AttemptTimeout"] = "01:00:00";
        Reload();

        Assert.That((await started.GetRequiredService<IJsCodeSessionClient>().ExchangeAsync(Answers.Code)).OpenId, Is.EqualTo(Answers.OpenId));
    }

    [Test]
    public async Task ExchangeAsync_BadReloadAfterAGoodOneThatNothingRead_UsesTheGoodOne()
    {
        configuration["AppSecret"] = "s2";
        Reload();
        configuration["AttemptTimeout"] = "01:00:00";
        Reload();

        await sessions.ExchangeAsync(Answers.Code);

        Assert.That(handler.Requests[1].Query, Does.Contain("secret=s2&"));
    }

    [Test]
    public async Task ConfigureResilience_ThatFailsAtAReload_IsToldAndLeavesThePipelineAsItWas()
    {
        var permits = 5;
        await using var started = BuildProvider(app => app.ConfigureResilience(pipeline => pipeline.AddConcurrencyLimiter(permits)));
        var client = started.GetRequiredService<IJsCodeSessionClient>();
        await client.ExchangeAsync(Answers.Code);

        permits = 0;
        Reload();
        await client.ExchangeAsync(Answers.Code);

        Assert.That(log.All.Where(entry => entry.Level >= LogLevel.Warning).Select(entry => entry.Text), Has.One.Contains("ReloadFailed"));
    }

    private ServiceProvider BuildProvider(Action<IWeChatMiniProgramBuilder>? build = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(log));
        var app = services.AddWeChatMiniProgram(configuration);
        app.HttpClient.ConfigurePrimaryHttpMessageHandler(() => handler);
        build?.Invoke(app);
        return services.BuildServiceProvider();
    }

    /// <summary>The failure also reaches whoever reloads; configuration files swallow it there.</summary>
    private void Reload()
    {
        try
        {
            configuration.Reload();
        }
        catch (AggregateException)
        {
        }
        catch (Exception exception) when (exception is OptionsValidationException or InvalidOperationException)
        {
        }
    }
}
