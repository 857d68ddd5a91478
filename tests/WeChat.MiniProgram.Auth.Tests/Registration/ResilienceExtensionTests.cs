using Microsoft.Extensions.DependencyInjection;
using Polly;
using Polly.Registry;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class ResilienceExtensionTests
{
    [Test]
    public async Task ConfigureResilience_StrategyOfTheHost_SeesEachCallOnceWithItsFailure()
    {
        var seen = new List<Exception?>();
        using var handler = ScriptedHandler.Of(() => Answers.Status(503));
        using var app = new TestApp(
            options => options.RetryDelay = TimeSpan.Zero,
            builder =>
            {
                builder.HttpClient.ConfigurePrimaryHttpMessageHandler(() => handler);
                builder.ConfigureResilience(pipeline => pipeline.AddStrategy(_ => new Observer(seen), new ObserverOptions()));
            });

        await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(Answers.Code));

        Assert.That(handler.Count, Is.EqualTo(3));
        Assert.That(seen, Has.Count.EqualTo(1));
        Assert.That(seen[0], Is.Not.Null);
    }

    [Test]
    public async Task ConfigureResilience_StrategyThatRefusesOrThrows_IsUnavailable([Values] bool throws)
    {
        using var log = new CapturedLog();
        using var handler = ScriptedHandler.OfBodies(Answers.Session);
        using var app = TestApp.Over(
            handler,
            log: log,
            build: builder => builder.ConfigureResilience(pipeline => pipeline.AddStrategy(_ => new Refusal(throws), new ObserverOptions())));

        var exception = await Failure.OfAsync<WeChatUnavailableException>(app.Sessions.ExchangeAsync(Answers.Code));

        Assert.That(exception.InnerException, Is.InstanceOf<InvalidOperationException>());
        Assert.That(exception.Message, Does.EndWith("it was stopped by InvalidOperationException."));
        Assert.That(log.Ours.Single().EventId, Is.EqualTo(4));
        Assert.That(handler.Count, Is.Zero);
    }

    [Test]
    public async Task ConfigureResilience_TimeoutOfTheHost_IsToldWithItsOwnTime()
    {
        using var handler = ScriptedHandler.Hanging();
        using var app = TestApp.Over(handler, build: builder => builder.ConfigureResilience(pipeline => pipeline.AddTimeout(TimeSpan.FromSeconds(1))));

        var call = app.Sessions.ExchangeAsync(Answers.Code);
        app.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.That((await Failure.OfAsync<WeChatUnavailableException>(call)).Message, Does.EndWith("there was no answer within 00:00:01."));
    }

    [TestCase("", "WeChat.MiniProgram.Auth", "WeChat.MiniProgram.Auth:main", "WeChat.MiniProgram.Auth:fallback")]
    [TestCase("shop", "WeChat.MiniProgram.Auth/shop", "WeChat.MiniProgram.Auth:main/shop", "WeChat.MiniProgram.Auth:fallback/shop")]
    public void ResiliencePipelineKey_OfAnApp_FindsItsPipelines(string name, string key, string mainHostKey, string fallbackHostKey)
    {
        var services = new ServiceCollection();
        services.AddWeChatMiniProgram(name, options => (options.AppId, options.AppSecret) = (TestApp.AppId, TestApp.AppSecret));
        using var provider = services.BuildServiceProvider();
        var registry = provider.GetRequiredService<ResiliencePipelineProvider<string>>();

        Assert.That(WeChatMiniProgramDiagnostics.ResiliencePipelineKey(name), Is.EqualTo(key));
        Assert.That(registry.GetPipeline(key), Is.Not.Null);
        Assert.That(registry.GetPipeline(mainHostKey), Is.Not.SameAs(registry.GetPipeline(fallbackHostKey)));
    }

    private sealed class ObserverOptions : ResilienceStrategyOptions;

    private sealed class Observer(List<Exception?> seen) : ResilienceStrategy
    {
        protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
            Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
        {
            var outcome = await callback(context, state);
            seen.Add(outcome.Exception);
            return outcome;
        }
    }

    private sealed class Refusal(bool throws) : ResilienceStrategy
    {
        protected override ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
            Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
        {
            var refusal = new InvalidOperationException("too many at once");
            return throws ? throw refusal : new(Outcome.FromException<TResult>(refusal));
        }
    }
}
