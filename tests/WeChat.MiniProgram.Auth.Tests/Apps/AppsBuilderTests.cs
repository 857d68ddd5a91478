using Microsoft.Extensions.DependencyInjection;
using Polly;
using static WeChat.MiniProgram.Auth.Tests.Testing.ManyApps;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>What a host changes about all its apps, it changes as for a registered one.</summary>
public sealed class AppsBuilderTests
{
    [Test]
    public async Task UseSessionKeyStore_IsTheStoreOfAllApps()
    {
        using var apps = new ManyApps(build: builder =>
        {
            builder.Services.AddSingleton(new FaultyStore(_ => throw new IOException("the host's own store")));
            builder.UseSessionKeyStore<OwnStore>();
        });

        foreach (var appId in new[] { A, B })
        {
            var app = await apps.GetAsync(appId);
            Assert.That(app.SessionKeys, Is.TypeOf<OwnStore>());
            await Failure.OfAsync<SessionKeyStoreException>(app.Users.CheckSessionKeyAsync(Answers.OpenId));
        }

        Assert.That(apps.Services.GetService<ISessionKeyStore>(), Is.Null);
    }

    [Test]
    public async Task UseDistributedSessionKeyStore_KeepsTheKeysOfAllAppsApart()
    {
        using var apps = new ManyApps(build: builder =>
        {
            builder.Services.AddLogging().AddDistributedMemoryCache().AddDataProtection();
            builder.UseDistributedSessionKeyStore();
        });
        var (a, b) = (await apps.GetAsync(A), await apps.GetAsync(B));

        await a.Login.LoginAsync(Answers.Code);

        Assert.That(a.SessionKeys.GetType().Name, Is.EqualTo("DistributedSessionKeyStore"));
        Assert.That(await a.SessionKeys.GetAsync(new(A, Answers.OpenId)), Is.EqualTo(new SessionKey[] { new(Answers.SessionKey) }));
        Assert.That(await b.SessionKeys.GetAsync(new(B, Answers.OpenId)), Is.Empty);
    }

    [Test]
    public async Task ConfigureResilience_StandsRoundTheCallsOfAllApps()
    {
        var limit = new OneCallInAll();
        using var apps = new ManyApps(
            build: builder => builder.ConfigureResilience(pipeline => pipeline.AddStrategy(_ => limit, new LimitOptions())));

        await (await apps.GetAsync(A)).Login.LoginAsync(Answers.Code);
        var refused = await Failure.OfAsync<WeChatUnavailableException>((await apps.GetAsync(B)).Login.LoginAsync(Answers.Code));

        Assert.That(refused.InnerException, Is.InstanceOf<InvalidOperationException>());
        Assert.That(apps.WeChat.To(WeChatByPath.LoginPath), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task HttpClient_OfAHundredApps_HasOnePoolOfConnections()
    {
        var (created, passed) = (0, 0);
        using var weChat = new WeChatByPath();
        using var apps = new ManyApps(build: builder => builder.HttpClient
            .ConfigurePrimaryHttpMessageHandler(() =>
            {
                created++;
                return weChat;
            })
            .AddHttpMessageHandler(() => new CountingHandler(() => passed++)));
        for (var i = 0; i < 100; i++)
        {
            apps.Source[$"wx{i}"] = new("secret-of-any-app");
            await (await apps.GetAsync($"wx{i}")).Login.LoginAsync(Answers.Code);
        }

        Assert.That((created, passed), Is.EqualTo((1, 100)));
    }

    [Test]
    public async Task Options_OfAllApps_AreShared()
    {
        using var apps = new ManyApps(options => options.BaseAddress = new("https://gateway.test/wechat/"));
        apps.WeChat.On("/wechat/sns/jscode2session", Answers.Session);

        await (await apps.GetAsync(A)).Login.LoginAsync(Answers.Code);

        Assert.That(apps.WeChat.To("/wechat/sns/jscode2session").Single().Uri.Host, Is.EqualTo("gateway.test"));
    }

    private sealed class LimitOptions : ResilienceStrategyOptions;

    private sealed class OneCallInAll : ResilienceStrategy
    {
        private int calls;

        protected override ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
            Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state) =>
            ++calls == 1 ? callback(context, state) : new(Outcome.FromException<TResult>(new InvalidOperationException("one is enough")));
    }

    private sealed class OwnStore(FaultyStore inner) : ISessionKeyStore
    {
        public ValueTask AddAsync(SessionKeyOwner owner, SessionKey sessionKey, CancellationToken cancellationToken = default) =>
            inner.AddAsync(owner, sessionKey, cancellationToken);

        public ValueTask<IReadOnlyList<SessionKey>> GetAsync(SessionKeyOwner owner, CancellationToken cancellationToken = default) =>
            inner.GetAsync(owner, cancellationToken);

        public ValueTask RemoveAsync(SessionKeyOwner owner, CancellationToken cancellationToken = default) =>
            inner.RemoveAsync(owner, cancellationToken);
    }

    private sealed class CountingHandler(Action onRequest) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            onRequest();
            return base.SendAsync(request, cancellationToken);
        }
    }
}
