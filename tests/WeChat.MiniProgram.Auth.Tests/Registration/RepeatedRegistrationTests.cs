using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>Registering the same name twice changes nothing but the options.</summary>
[TestFixture("")]
[TestFixture("shop")]
public sealed class RepeatedRegistrationTests(string name)
{
    [Test]
    public void Services_AreThereOnce()
    {
        var services = new ServiceCollection();
        Add(services, "s1");
        var before = services.Where(IsOurs).ToList();
        Add(services, "s2");

        Assert.That(before, Is.Not.Empty);
        Assert.That(services.Where(IsOurs), Is.EqualTo(before));
    }

    [Test]
    public async Task Requests_AreNotMultipliedAndTheLaterOptionsWin()
    {
        var passed = 0;
        using var handler = ScriptedHandler.Of(() => Answers.Status(503));
        var services = new ServiceCollection();
        Add(services, "s1").HttpClient
            .ConfigurePrimaryHttpMessageHandler(() => handler)
            .AddHttpMessageHandler(() => new CountingHandler(() => passed++));
        Add(services, "s2");
        Add(services, "s3");
        await using var provider = services.BuildServiceProvider();
        var sessions = name.Length == 0
            ? provider.GetRequiredService<IJsCodeSessionClient>()
            : provider.GetRequiredKeyedService<IJsCodeSessionClient>(name);

        await Failure.OfAsync<WeChatUnavailableException>(sessions.ExchangeAsync(Answers.Code));

        Assert.That((handler.Count, passed), Is.EqualTo((3, 3)));
        Assert.That(handler.Requests[0].Query, Does.Contain("secret=s3&"));
    }

    private static bool IsOurs(ServiceDescriptor service) =>
        service.ServiceType.Assembly == typeof(IMiniProgramLogin).Assembly;

    private IWeChatMiniProgramBuilder Add(IServiceCollection services, string secret) => services.AddWeChatMiniProgram(
        name, options => (options.AppId, options.AppSecret, options.RetryDelay) = ("wx1", secret, TimeSpan.Zero));

    private sealed class CountingHandler(Action onRequest) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            onRequest();
            return base.SendAsync(request, cancellationToken);
        }
    }
}
