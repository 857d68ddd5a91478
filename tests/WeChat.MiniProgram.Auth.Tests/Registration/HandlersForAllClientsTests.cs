using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>
/// What a host adds to all of its clients, as .NET Aspire's templates add retries and error trackers a span: they would send a code that
/// works once again, and show the AppSecret in the address.
/// </summary>
public sealed class HandlersForAllClientsTests
{
    private readonly List<string> passed = [];

    [Test]
    public async Task ExchangeAsync_HandlersOfAllClients_AreLeftOutAndThoseOfThisOneStay()
    {
        using var network = ScriptedHandler.OfBodies(Answers.Session);
        var services = new ServiceCollection();
        services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new AddingFilter(() => new PassedHandler("filter", passed)));
        services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new PassedHandler("default", passed)));
        services.AddWeChatMiniProgram(options => (options.AppId, options.AppSecret) = (TestApp.AppId, TestApp.AppSecret)).HttpClient
            .ConfigurePrimaryHttpMessageHandler(() => network)
            .AddHttpMessageHandler(() => new PassedHandler("own", passed));
        services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new PassedHandler("later default", passed)));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IJsCodeSessionClient>().ExchangeAsync(Answers.Code);

        Assert.That(passed, Has.Count.EqualTo(1).And.Contains("own"));
    }

    private sealed class PassedHandler(string name, List<string> passed) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            passed.Add(name);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class AddingFilter(Func<DelegatingHandler> create) : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
        {
            builder.AdditionalHandlers.Add(create());
            next(builder);
        };
    }
}
