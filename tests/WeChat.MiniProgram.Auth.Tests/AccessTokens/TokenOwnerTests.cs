using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using static WeChat.MiniProgram.Auth.Tests.Testing.WeChatByPath;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>A token is one app's, also when settings change or two apps ask at once.</summary>
public sealed class TokenOwnerTests
{
    [Test]
    public async Task GetAccessTokenAsync_TwoAppsAtOnce_NeverSwap()
    {
        using var weChat = TokensNamedForTheirApp();
        var services = new ServiceCollection();
        foreach (var name in new[] { "shop", "game" })
        {
            services.AddWeChatMiniProgram(name, options => (options.AppId, options.AppSecret) = ($"wx-{name}", $"s-{name}"))
                .HttpClient.ConfigurePrimaryHttpMessageHandler(() => weChat);
        }

        await using var provider = services.BuildServiceProvider();
        var tokens = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(async () =>
        {
            var name = i % 2 == 0 ? "shop" : "game";
            var accessTokens = provider.GetRequiredKeyedService<IAccessTokenProvider>(name);
            var token = await accessTokens.GetAccessTokenAsync();
            accessTokens.Invalidate(i % 3 == 0 ? token : "another's");
            await provider.GetRequiredKeyedService<IMiniProgramUserClient>(name).GetPhoneNumberAsync($"{name}-code-{i:d8}");
            return (name, token);
        })));

        Assert.That(tokens, Has.All.Matches<(string Name, string Token)>(pair => pair.Token == $"token of wx-{pair.Name}"));
        Assert.That(weChat.To(PhonePath).Count(request => request.Body.Contains("shop-code", StringComparison.Ordinal)
            && request.Query("access_token") == "token of wx-shop"), Is.EqualTo(100));
        Assert.That(weChat.To(PhonePath).Count(request => request.Body.Contains("game-code", StringComparison.Ordinal)
            && request.Query("access_token") == "token of wx-game"), Is.EqualTo(100));
    }

    [Test]
    public async Task GetAccessTokenAsync_AfterTheAppIdChanged_IsTheNewAppsToken()
    {
        using var weChat = TokensNamedForTheirApp();
        var configuration = Configuration();
        await using var provider = Build(configuration, weChat);
        var accessTokens = provider.GetRequiredService<IAccessTokenProvider>();
        Assert.That(await accessTokens.GetAccessTokenAsync(), Is.EqualTo("token of wx1"));

        Change(configuration, ("AppId", "wx2"), ("AppSecret", "s2"));

        Assert.That(await accessTokens.GetAccessTokenAsync(), Is.EqualTo("token of wx2"));
        Assert.That(weChat.To(TokenPath)[1].Body, Does.Contain("wx2").And.Contain("s2"));
    }

    [Test]
    public async Task GetAccessTokenAsync_AppIdChangesWhileOneWaits_IsTheNewAppsToken()
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var weChat = TokensNamedForTheirApp(answer.Task);
        var configuration = Configuration();
        await using var provider = Build(configuration, weChat);
        var waiting = provider.GetRequiredService<IAccessTokenProvider>().GetAccessTokenAsync().AsTask();
        await Eventually.IsTrueAsync(() => weChat.To(TokenPath).Count == 1);

        Change(configuration, ("AppId", "wx2"));
        answer.SetResult();

        Assert.That(await waiting, Is.EqualTo("token of wx2"));
    }

    [Test]
    public async Task GetAccessTokenAsync_AfterTheAppSecretChanged_KeepsTheTokenAndSendsTheNewSecretNextTime()
    {
        using var weChat = TokensNamedForTheirApp();
        var configuration = Configuration();
        await using var provider = Build(configuration, weChat);
        var accessTokens = provider.GetRequiredService<IAccessTokenProvider>();
        var token = await accessTokens.GetAccessTokenAsync();

        Change(configuration, ("AppSecret", "s2"));
        await accessTokens.GetAccessTokenAsync();
        Assert.That(weChat.To(TokenPath), Has.Count.EqualTo(1));
        accessTokens.Invalidate(token);
        await accessTokens.GetAccessTokenAsync();

        Assert.That(weChat.To(TokenPath)[0].Body, Does.Contain("\"secret\":\"s1\""));
        Assert.That(weChat.To(TokenPath)[1].Body, Does.Contain("\"secret\":\"s2\""));
        Assert.That(weChat.To(TokenPath), Has.Count.EqualTo(2));
    }

    private static WeChatByPath TokensNamedForTheirApp(Task? gate = null) => new WeChatByPath().On(TokenPath, async (request, _) =>
    {
        await (gate ?? Task.CompletedTask);
        return Answers.Text(Answers.Token($"token of {request.Body.Split('"')[7]}"));
    });

    private static IConfigurationRoot Configuration() => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["AppId"] = "wx1", ["AppSecret"] = "s1" })
        .Build();

    private static ServiceProvider Build(IConfiguration configuration, HttpMessageHandler weChat)
    {
        var services = new ServiceCollection();
        services.AddWeChatMiniProgram(configuration).HttpClient.ConfigurePrimaryHttpMessageHandler(() => weChat);
        return services.BuildServiceProvider();
    }

    private static void Change(IConfigurationRoot configuration, params (string Name, string Value)[] settings)
    {
        foreach (var (name, value) in settings)
        {
            configuration[name] = value;
        }

        configuration.Reload();
    }
}
