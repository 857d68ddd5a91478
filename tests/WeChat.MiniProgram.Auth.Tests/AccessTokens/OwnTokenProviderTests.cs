using Microsoft.Extensions.DependencyInjection;
using static WeChat.MiniProgram.Auth.Tests.Testing.WeChatByPath;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>A host that gets its tokens elsewhere registers a provider of its own.</summary>
public sealed class OwnTokenProviderTests
{
    [TestCase("", true)]
    [TestCase("", false)]
    [TestCase("shop", true)]
    [TestCase("shop", false)]
    public async Task OwnProvider_RegisteredBeforeOrAfter_GivesTheTokensAndHearsOfRefusals(string name, bool before)
    {
        var own = new OwnProvider("own-token-of-the-host");
        using var weChat = new WeChatByPath().On(PhonePath, Answers.Error(40001), Answers.Phone());
        await using var provider = Build(name, own, weChat, before);
        var users = name.Length == 0
            ? provider.GetRequiredService<IMiniProgramUserClient>()
            : provider.GetRequiredKeyedService<IMiniProgramUserClient>(name);

        await users.GetPhoneNumberAsync(Answers.PhoneCode);

        Assert.That(weChat.To(TokenPath), Is.Empty);
        Assert.That(weChat.To(PhonePath).Select(request => request.Query("access_token")), Has.All.EqualTo("own-token-of-the-host"));
        Assert.That(own.Refused.Single(), Is.EqualTo("own-token-of-the-host"));
    }

    [TestCase("")]
    [TestCase(null)]
    public async Task OwnProvider_ThatGivesNoToken_IsNamedAndNothingIsSent(string? token)
    {
        using var weChat = new WeChatByPath();
        await using var provider = Build("", new OwnProvider(token!), weChat, before: false);

        var exception = await Failure.OfAsync<InvalidOperationException>(
            provider.GetRequiredService<IMiniProgramUserClient>().GetPhoneNumberAsync(Answers.PhoneCode));

        Assert.That(exception.Message, Does.Contain("IAccessTokenProvider"));
        Assert.That(weChat.To(PhonePath), Is.Empty);
    }

    [Test]
    public async Task OwnProvider_ThatIgnoresItsToken_DoesNotHoldACancelledCall()
    {
        var given = new TaskCompletionSource<string>();
        using var source = new CancellationTokenSource();
        using var weChat = new WeChatByPath();
        await using var provider = Build("", new OwnProvider(given.Task), weChat, before: false);

        var call = provider.GetRequiredService<IMiniProgramUserClient>().GetPhoneNumberAsync(Answers.PhoneCode, null, source.Token);
        Assert.That(call.IsCompleted, Is.False);
        await source.CancelAsync();

        await Failure.OfAsync<OperationCanceledException>(call);
    }

    private static ServiceProvider Build(string name, IAccessTokenProvider own, HttpMessageHandler weChat, bool before)
    {
        var services = new ServiceCollection();
        if (before)
        {
            AddOwn();
        }

        services.AddWeChatMiniProgram(name, options => (options.AppId, options.AppSecret) = (TestApp.AppId, TestApp.AppSecret))
            .HttpClient.ConfigurePrimaryHttpMessageHandler(() => weChat);
        if (!before)
        {
            AddOwn();
        }

        return services.BuildServiceProvider();

        void AddOwn() => _ = name.Length == 0 ? services.AddSingleton(own) : services.AddKeyedSingleton(name, own);
    }

    private sealed class OwnProvider(Task<string> token) : IAccessTokenProvider
    {
        public OwnProvider(string token)
            : this(Task.FromResult(token))
        {
        }

        public List<string> Refused { get; } = [];

        public ValueTask<string> GetAccessTokenAsync(CancellationToken cancellationToken = default) => new(token);

        public void Invalidate(string accessToken) => Refused.Add(accessToken);
    }
}
