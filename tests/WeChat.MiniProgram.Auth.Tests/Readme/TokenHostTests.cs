using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Tests;

internal sealed class TokenHostTests : GuideFixture
{
    [Test]
    public async Task TokenServer_RefusedToken_IsNamedToTheServer()
    {
        var refused = new List<string>();
        using var server = new ScriptedHandler(async (request, cancellationToken) =>
        {
            refused.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            return Answers.Text(refused.Count == 1 ? "stale" : WeChat.AccessToken());
        });
        using var app = AppWith(services => TokenHost.RegisterServer(new(services)), nameof(TokenServer), server);
        WeChat.Login(OpenId);

        var phone = await app.Get<IMiniProgramUserClient>().GetPhoneNumberAsync(WeChat.PhoneCode(OpenId), OpenId);

        Assert.That(phone.PurePhoneNumber, Is.EqualTo(PhoneNumber));
        Assert.That(string.Join(',', refused), Is.EqualTo(",stale"));
        Assert.That(WeChat.RequestsOf("/cgi-bin/stable_token"), Is.Zero);
    }

    [Test]
    public async Task TextCheck_RefusedToken_IsInvalidated()
    {
        using var handler = ScriptedHandler.OfBodies("""{"errcode":40001}""", """{"errcode":0}""");
        using var app = AppWith(services => TokenHost.RegisterCheck(new(services)), nameof(TextCheck), handler);

        Assert.That(await app.Get<TextCheck>().CheckAsync(OpenId, "hello", default), Is.EqualTo(40001));
        Assert.That(await app.Get<TextCheck>().CheckAsync(OpenId, "hello", default), Is.Zero);
        Assert.That(WeChat.RequestsOf("/cgi-bin/stable_token"), Is.EqualTo(2));
    }

    private TestApp AppWith(Action<IServiceCollection> register, string client, HttpMessageHandler handler) => TestApp.At(Server, build: builder =>
    {
        register(builder.Services);
        builder.Services.AddHttpClient(client).ConfigurePrimaryHttpMessageHandler(() => handler);
    });
}
