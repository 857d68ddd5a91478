using System.Diagnostics;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;
using static WeChat.MiniProgram.Auth.Tests.Testing.ManyApps;
using static WeChat.MiniProgram.Auth.Tests.Testing.WeChatByPath;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>Credentials are kept for a while, renewed without a restart, and printed nowhere.</summary>
public sealed class AppCredentialsTests
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    [Test]
    public async Task GetAsync_WithinTheLifetime_AsksOnceAndAfterItAgain()
    {
        using var apps = new ManyApps();
        var app = await apps.GetAsync(A);
        apps.Time.Advance(Lifetime - TimeSpan.FromSeconds(1));
        Assert.That(await apps.GetAsync(A), Is.SameAs(app));
        Assert.That(apps.Source.AskedFor(A), Is.EqualTo(1));

        apps.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.That(await apps.GetAsync(A), Is.SameAs(app));
        Assert.That(apps.Source.AskedFor(A), Is.EqualTo(2));
    }

    [Test]
    public async Task GetAsync_OtherLifetime_IsKept()
    {
        using var apps = new ManyApps(cache: cache => cache.CredentialsLifetime = TimeSpan.FromSeconds(10));
        await apps.GetAsync(A);
        apps.Time.Advance(TimeSpan.FromSeconds(10));
        await apps.GetAsync(A);

        Assert.That(apps.Source.AskedFor(A), Is.EqualTo(2));
    }

    [Test]
    public async Task ChangedAppSecret_TakesEffect_AndTheTokenStays()
    {
        using var apps = new ManyApps();
        var app = await apps.GetAsync(A);
        await app.Login.LoginAsync(Answers.Code);
        var token = await app.AccessTokens.GetAccessTokenAsync();

        apps.Source[A] = new("new-secret-of-the-app-a");
        apps.Time.Advance(Lifetime);
        app = await apps.GetAsync(A);
        await app.Login.LoginAsync(Answers.Code);

        var secrets = apps.WeChat.To(LoginPath).Select(request => request.Query("secret"));
        Assert.That(string.Join(", ", secrets), Is.EqualTo("secret-of-the-app-a, new-secret-of-the-app-a"));
        Assert.That(await app.AccessTokens.GetAccessTokenAsync(), Is.EqualTo(token));
        app.AccessTokens.Invalidate(token);
        await app.AccessTokens.GetAccessTokenAsync();
        Assert.That(apps.WeChat.To(TokenPath)[1].Body, Does.Contain("\"new-secret-of-the-app-a\""));
    }

    [Test]
    public async Task ChangedAppSecret_LeavesTheCircuitAsItIs()
    {
        var lifetime = TimeSpan.FromSeconds(1);
        using var apps = new ManyApps(
            options => (options.MaxRetryAttempts, options.FallbackAddress) = (0, null), cache => cache.CredentialsLifetime = lifetime);
        apps.WeChat.On(LoginPath, (_, _) => Task.FromResult(Answers.Status(500)));
        for (var i = 0; i < 19; i++)
        {
            await Failure.OfAsync<WeChatUnavailableException>((await apps.GetAsync(A)).Sessions.ExchangeAsync(Answers.Code));
        }

        apps.Source[A] = new("new-secret-of-the-app-a");
        apps.Time.Advance(lifetime);
        for (var i = 0; i < 5; i++)
        {
            await Failure.OfAsync<WeChatUnavailableException>((await apps.GetAsync(A)).Sessions.ExchangeAsync(Answers.Code));
        }

        // 20 failures in 30 seconds open it, and it still knows of the 19.
        Assert.That(apps.WeChat.To(LoginPath).Select(request => request.Query("secret")).Distinct().ToList(), Has.Count.EqualTo(2));
        Assert.That(apps.WeChat.To(LoginPath), Has.Count.EqualTo(19 + 1));
    }

    [Test]
    public void MiniProgramCredentials_AreNeverPrinted()
    {
        var credentials = new MiniProgramCredentials(TestApp.AppSecret);

        Assert.That(credentials.AppSecret, Is.EqualTo(TestApp.AppSecret));
        Assert.That(new MiniProgramCredentials().AppSecret, Is.Null);
        Assert.That(credentials.ToString(), Is.EqualTo("MiniProgramCredentials(redacted)"));
        Assert.That(JsonSerializer.Serialize(credentials), Is.EqualTo("{}"));
        Assert.That(typeof(MiniProgramCredentials).GetProperty("AppSecret"), Has.Attribute<IgnoreDataMemberAttribute>(), "for Newtonsoft.Json");
        Assert.That(typeof(MiniProgramCredentials).GetCustomAttribute<DebuggerDisplayAttribute>()!.Value, Does.Contain("redacted"));
        Assert.That(
            typeof(MiniProgramCredentials).GetProperty("AppSecret")!.GetCustomAttribute<DebuggerBrowsableAttribute>()!.State,
            Is.EqualTo(DebuggerBrowsableState.Never));
    }
}
