using Microsoft.Extensions.DependencyInjection;
using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>
/// https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/login/thirdpartyCode2Session.html: a login by
/// the platform's token, without any AppSecret.
/// </summary>
public sealed class ComponentPlatformTests
{
    private const string LoginPath = "/sns/component/jscode2session";
    private const string Platform = "wxplatform0000001";
    private const string ComponentToken = "component-token-of-the-host";

    private static readonly string[] QueryNames = ["appid", "js_code", "grant_type", "component_appid", "component_access_token"];

    [Test]
    public async Task LoginAsync_Request_HasTheComponentsTokenAndNoSecret()
    {
        using var weChat = new WeChatByPath().On(LoginPath, Answers.Session);
        using var app = Over(weChat);

        var user = await app.Login.LoginAsync(Answers.Code);

        Assert.That(user.OpenId, Is.EqualTo(Answers.OpenId));
        var request = weChat.To(LoginPath).Single();
        Assert.That(request.Uri.Query.TrimStart('?').Split('&').Select(part => part.Split('=')[0]), Is.EquivalentTo(QueryNames));
        Assert.That(request.Uri.Query, Does.Not.Contain("secret"));
        Assert.That((request.Query("appid"), request.Query("component_appid")), Is.EqualTo((TestApp.AppId, Platform)));
        Assert.That((request.Query("js_code"), request.Query("grant_type")), Is.EqualTo((Answers.Code, "authorization_code")));
        Assert.That(request.Query("component_access_token"), Is.EqualTo(ComponentToken));
        Assert.That(weChat.To(WeChatByPath.TokenPath), Is.Empty);
    }

    [TestCase(40029, WeChatErrorKind.CodeRejected)]
    [TestCase(45011, WeChatErrorKind.Throttled)]
    [TestCase(61003, WeChatErrorKind.Misconfigured)]
    [TestCase(42001, WeChatErrorKind.Misconfigured)]
    public async Task LoginAsync_ErrcodeAsText_IsToldWithoutTheToken(int errcode, WeChatErrorKind kind)
    {
        using var log = new CapturedLog();
        using var weChat = new WeChatByPath().On(LoginPath, $$"""{"errcode":"{{errcode}}","errmsg":"no {{ComponentToken}} {{Answers.Code}}"}""");
        using var app = Over(weChat, log: log);

        var exception = await Failure.OfAsync<WeChatApiException>(app.Login.LoginAsync(Answers.Code));

        Assert.That(((int)exception.ErrorCode, exception.Kind), Is.EqualTo((errcode, kind)));
        Assert.That(weChat.To(LoginPath), Has.Count.EqualTo(1));
        var told = string.Join('\n', log.All.Select(entry => entry.Everything).Append(exception.ToString()));
        Assert.That(told, Does.Contain("thirdpartyCode2Session").And.Not.Contain(ComponentToken).And.Not.Contain(Answers.Code));
    }

    [Test]
    public async Task Users_AskWithTheAuthorizersTokenAndOnceMoreAfterARefusal()
    {
        using var log = new CapturedLog();
        var given = 0;
        using var weChat = new WeChatByPath().On(WeChatByPath.PhonePath, Answers.Error(42001), Answers.Phone());
        using var app = Over(weChat, (appId, _) => new($"authorizer-token-{++given}-of-{appId}"), log);

        await app.Users.GetPhoneNumberAsync(Answers.PhoneCode);

        Assert.That(weChat.To(WeChatByPath.PhonePath).Select(request => request.Query("access_token")), Is.EqualTo(new[]
        {
            $"authorizer-token-1-of-{TestApp.AppId}", $"authorizer-token-2-of-{TestApp.AppId}",
        }));
        Assert.That(weChat.To(WeChatByPath.TokenPath), Is.Empty);
        Assert.That(log.All.Where(entry => entry.Everything.Contains("authorizer-token", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Users_WithoutTheAuthorizersCallback_AreToldWhatToPass()
    {
        using var weChat = new WeChatByPath();
        using var app = Over(weChat);

        var exception = await Failure.OfAsync<InvalidOperationException>(app.Users.GetPhoneNumberAsync(Answers.PhoneCode));

        Assert.That(exception.Message, Does.Contain("UseComponentPlatform").And.Contain("getAuthorizerAccessToken"));
    }

    [Test]
    public async Task Callbacks_ThatGiveNothing_AreNamed()
    {
        using var weChat = new WeChatByPath();
        using var app = TestApp.Over(weChat, build: builder => builder.UseComponentPlatform(Platform, _ => new(""), (_, _) => new(default(string)!)));

        Assert.That((await Failure.OfAsync<InvalidOperationException>(app.Login.LoginAsync(Answers.Code))).Message,
            Does.Contain("getComponentAccessToken"));
        Assert.That((await Failure.OfAsync<InvalidOperationException>(app.Users.GetPhoneNumberAsync(Answers.PhoneCode))).Message,
            Does.Contain("getAuthorizerAccessToken"));
    }

    [Test]
    public async Task LoginAndUsers_OverRealHttp_NeedNoAppSecret()
    {
        await using var server = await SandboxServer.StartAsync();
        var sandbox = server.Sandbox;
        sandbox.AuthorizeComponent(Platform);
        using var app = TestApp.At(server, options => options.AppSecret = "", builder => builder.UseComponentPlatform(
            Platform, _ => new(sandbox.ComponentAccessToken(Platform)), (_, _) => new(sandbox.AuthorizerAccessToken(Platform))));

        Assert.That((await app.Login.LoginAsync(sandbox.Login("o1"))).OpenId, Is.EqualTo("o1"));
        Assert.That((await app.Users.GetPhoneNumberAsync(sandbox.PhoneCode("o1"), "o1")).PhoneNumber, Is.EqualTo("13580006666"));
        Assert.That(await app.Users.CheckSessionKeyAsync("o1"), Is.True);
        Assert.That(sandbox.RequestsOf(WeChatByPath.TokenPath), Is.Zero);
    }

    [Test]
    public async Task ManyApps_OfAPlatform_NeedNoSecretAndGetEachItsOwnToken()
    {
        using var apps = new ManyApps(build: builder => builder.UseComponentPlatform(
            Platform,
            (services, _) => new(services.GetRequiredService<HostsTokens>().Component),
            (services, appId, _) => new(services.GetRequiredService<HostsTokens>().OfAuthorizer(appId))).Services.AddSingleton<HostsTokens>());
        apps.WeChat.On(LoginPath, Answers.Session);
        apps.Source["wx-authorizer"] = new();

        var app = await apps.GetAsync("wx-authorizer");
        await app.Login.LoginAsync(Answers.Code);
        await app.Users.GetPhoneNumberAsync(Answers.PhoneCode);

        Assert.That(apps.WeChat.To(LoginPath).Single().Query("component_access_token"), Is.EqualTo(ComponentToken));
        Assert.That(apps.WeChat.To(WeChatByPath.PhonePath).Single().Query("access_token"), Is.EqualTo("authorizer-token-of-wx-authorizer"));
        Assert.That(await app.AccessTokens.GetAccessTokenAsync(), Is.EqualTo("authorizer-token-of-wx-authorizer"));
    }

    [Test]
    public void UseComponentPlatform_NullOrEmpty_Throws()
    {
        var builder = new ServiceCollection().AddWeChatMiniPrograms();

        Assert.That(() => builder.UseComponentPlatform(null!, _ => new("t")), Throws.ArgumentNullException);
        Assert.That(() => builder.UseComponentPlatform("", _ => new("t")), Throws.TypeOf<ArgumentException>());
        Assert.That(() => builder.UseComponentPlatform(Platform, default(Func<CancellationToken, ValueTask<string>>)!), Throws.ArgumentNullException);
        Assert.That(() => default(IWeChatMiniProgramBuilder)!.UseComponentPlatform(Platform, _ => new("t")), Throws.ArgumentNullException);
    }

    [Test]
    public async Task Call_CancelledWhileACallbackIgnoresIt_IsCancelledAtOnce([Values] bool login)
    {
        var never = new ValueTask<string>(new TaskCompletionSource<string>().Task);
        using var source = new CancellationTokenSource();
        using var weChat = new WeChatByPath();
        using var app = TestApp.Over(weChat, options => options.AppSecret = "", build: builder =>
            builder.UseComponentPlatform(Platform, _ => never, (_, _) => never));

        var call = login ? app.Login.LoginAsync(Answers.Code, source.Token) : app.Users.GetPhoneNumberAsync(Answers.PhoneCode, null, source.Token) as Task;
        Assert.That(call.IsCompleted, Is.False);
        await source.CancelAsync();

        Assert.That((await Failure.OfAsync<OperationCanceledException>(call)).CancellationToken, Is.EqualTo(source.Token));
    }

    private static TestApp Over(
        HttpMessageHandler weChat, Func<string, CancellationToken, ValueTask<string>>? getAuthorizerAccessToken = null, CapturedLog? log = null) =>
        TestApp.Over(weChat, options => options.AppSecret = "", log, build: builder =>
            builder.UseComponentPlatform(Platform, _ => new(ComponentToken), getAuthorizerAccessToken));

    private sealed class HostsTokens
    {
        public string Component { get; } = ComponentToken;

        public Func<string, string> OfAuthorizer { get; } = static appId => $"authorizer-token-of-{appId}";
    }
}
