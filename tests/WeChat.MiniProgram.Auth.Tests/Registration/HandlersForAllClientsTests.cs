using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>
/// What a host adds to all of its clients, as .NET Aspire's templates add retries and error trackers a span: they would send a code that
/// works once again, and show the AppSecret in the address.
/// </summary>
public sealed class HandlersForAllClientsTests
{
    private static readonly string[] OfAllClients =
        ["default", "later default", "first of earlier filter", "last of earlier filter", "first of later filter", "last of later filter"];

    private readonly List<string> passed = [];

    [SetUp]
    public void ForgetWhatPassed() => passed.Clear();

    [Test]
    public async Task ExchangeAsync_HandlersOfAllClients_AreLeftOutAndThoseOfThisOneStay()
    {
        using var network = ScriptedHandler.OfBodies(Answers.Session);
        var services = new ServiceCollection();
        AddFilters(services, "earlier");
        services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new PassedHandler("default", passed)));
        services.AddWeChatMiniProgram(options => (options.AppId, options.AppSecret) = (TestApp.AppId, TestApp.AppSecret)).HttpClient
            .ConfigurePrimaryHttpMessageHandler(() => network)
            .AddHttpMessageHandler(() => new PassedHandler("own", passed));
        services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new PassedHandler("later default", passed)));
        AddFilters(services, "later");
        services.AddHttpClient("another").ConfigurePrimaryHttpMessageHandler(() => network);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IJsCodeSessionClient>().ExchangeAsync(Answers.Code);

        Assert.That(string.Join(", ", passed), Is.EqualTo("own"));
        passed.Clear();
        using var another = provider.GetRequiredService<IHttpClientFactory>().CreateClient("another");
        using var answer = await another.GetAsync(new Uri("http://localhost/"));
        Assert.That(passed, Is.EquivalentTo(OfAllClients));
    }

    [Test]
    public async Task ExchangeAsync_HandlersThatOptionsGiveToAllClients_AreLeftOut([Values] bool afterwards, [Values] bool before)
    {
        using var network = ScriptedHandler.OfBodies(Answers.Session);
        using var network2 = ScriptedHandler.OfBodies(Answers.Session);
        var services = new ServiceCollection();
        if (before)
        {
            AddForAll();
        }

        services.AddWeChatMiniProgram(options => (options.AppId, options.AppSecret) = (TestApp.AppId, TestApp.AppSecret)).HttpClient
            .ConfigurePrimaryHttpMessageHandler(() => network)
            .AddHttpMessageHandler(() => new PassedHandler("own", passed));
        if (!before)
        {
            AddForAll();
        }

        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IJsCodeSessionClient>().ExchangeAsync(Answers.Code);

        Assert.That(string.Join(", ", passed), Is.EqualTo("own"));
        Assert.That((network.Count, network2.Count), Is.EqualTo((1, 0)));

        void AddForAll()
        {
            if (afterwards)
            {
                services.PostConfigureAll<HttpClientFactoryOptions>(Configure);
            }
            else
            {
                services.ConfigureAll<HttpClientFactoryOptions>(Configure);
            }
        }

        void Configure(HttpClientFactoryOptions options) => options.HttpMessageHandlerBuilderActions.Add(builder =>
        {
            builder.PrimaryHandler = network2;
            builder.AdditionalHandlers.Add(new PassedHandler("for all", passed));
        });
    }

    private void AddFilters(IServiceCollection services, string name)
    {
        services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new AddingFilter(first: true, () => new PassedHandler($"first of {name} filter", passed)));
        services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new AddingFilter(first: false, () => new PassedHandler($"last of {name} filter", passed)));
    }

    private sealed class PassedHandler(string name, List<string> passed) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            passed.Add(name);
            return base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Adds a handler to every client, before the others or after them, as Sentry's filter does.</summary>
    private sealed class AddingFilter(bool first, Func<DelegatingHandler> create) : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => first ? Add + next : next + Add;

        private void Add(HttpMessageHandlerBuilder builder) => builder.AdditionalHandlers.Add(create());
    }
}
