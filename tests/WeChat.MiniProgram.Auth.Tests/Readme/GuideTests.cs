using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The guide's code does what the guide says.</summary>
internal sealed class GuideTests
{
    private const string OpenId = "oReader";

    private SandboxServer weChat = null!;

    [SetUp]
    public async Task StartAsync() => weChat = await SandboxServer.StartAsync();

    [TearDown]
    public async Task StopAsync() => await weChat.DisposeAsync();

    [Test]
    public async Task UserEndpoints_SignedInUser_GetsPhoneNumberByCodeAndByData()
    {
        await using var app = await StartLoginHostAsync();
        using var client = await SignedInAsync(app);
        var data = weChat.Sandbox.Phone(OpenId);
        var profile = weChat.Sandbox.Profile(OpenId, "Reader");

        Assert.That(await PostAsync(client, $"/me/phone?code={weChat.Sandbox.PhoneCode(OpenId)}"), Is.EqualTo("\"13580006666\""));
        Assert.That(await PostAsync(client, "/me/phone/encrypted", new EncryptedUserData(data.EncryptedData, data.Iv)), Is.EqualTo("\"13580006666\""));
        Assert.That(await PostAsync(client, "/me/profile", new EncryptedUserData(profile.EncryptedData, profile.Iv)), Does.Contain("Reader"));
    }

    [Test]
    public async Task UserEndpoints_LoginCodeForAPhoneNumber_IsRefused()
    {
        await using var app = await StartLoginHostAsync();
        using var client = await SignedInAsync(app);

        using var response = await client.PostAsync(Relative($"/me/phone?code={weChat.Sandbox.Login(OpenId)}"), content: null);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase(40029, 401)]
    [TestCase(40226, 403)]
    [TestCase(45011, 429)]
    [TestCase(-1, 503)]
    [TestCase(40013, 500)]
    [TestCase(99999, 500)]
    public async Task ExceptionHandler_ErrcodeOfWeChat_BecomesAStatus(int errorCode, int status) =>
        Assert.That(await StatusAfterAsync(new WeChatApiException((WeChatErrorCode)errorCode, "made up")), Is.EqualTo(status));

    [Test]
    public async Task ExceptionHandler_OtherExceptions_BecomeAStatus()
    {
        Assert.That(await StatusAfterAsync(new WeChatUnavailableException("made up", null)), Is.EqualTo(503));
        Assert.That(await StatusAfterAsync(new SessionKeyStoreException("made up", new TimeoutException())), Is.EqualTo(503));
        Assert.That(await StatusAfterAsync(new SessionKeyNotFoundException()), Is.EqualTo(401));
        Assert.That(await StatusAfterAsync(new UserDataException()), Is.EqualTo(400));
        Assert.That(await StatusAfterAsync(new MiniProgramNotFoundException("wx1")), Is.EqualTo(404));
        Assert.That(await StatusAfterAsync(new InvalidOperationException("made up")), Is.EqualTo(500));
    }

    [TestCase("jsCode")]
    [TestCase("phoneCode")]
    [TestCase("pluginCode")]
    public async Task ExceptionHandler_BlankCode_IsABadRequest(string parameter)
    {
        using var app = TestApp.At(weChat);
        var users = app.Get<IMiniProgramUserClient>();
        Task call = parameter switch
        {
            "jsCode" => app.Login.LoginAsync(" "),
            "phoneCode" => users.GetPhoneNumberAsync(" "),
            _ => users.GetPluginOpenPIdAsync(" "),
        };

        var exception = await Failure.OfAsync<ArgumentException>(call);

        Assert.That(exception.ParamName, Is.EqualTo(parameter));
        Assert.That(await StatusAfterAsync(exception), Is.EqualTo(400));
    }

    [Test]
    public async Task UserCalls_OnTheSandbox_DoWhatTheySay()
    {
        using var app = TestApp.At(weChat);
        var users = app.Get<IMiniProgramUserClient>();
        await app.Login.LoginAsync(weChat.Sandbox.Login(OpenId, "uReader"));
        var oldKey = weChat.Sandbox.SessionKey(OpenId);
        weChat.Sandbox.Pay(OpenId, "4200001");
        var phone = weChat.Sandbox.Phone(OpenId);

        await UserCalls.EndStolenSessionAsync(users, OpenId, default);
        var key = (await users.GetEncryptKeysAsync(OpenId))[0];

        Assert.That(weChat.Sandbox.SessionKey(OpenId), Is.Not.EqualTo(oldKey));
        Assert.That(await UserCalls.UnionIdOfAsync(users, OpenId, "4200001", default), Is.EqualTo("uReader"));
        Assert.That(await UserCalls.ReadAsync(users, OpenId, key.Version, key.Encrypt("hello"u8), default), Is.EqualTo("hello"));
        Assert.That(await UserCalls.IsGenuineAsync(users, new(phone.EncryptedData, phone.Iv), default), Is.True);
        await Failure.OfAsync<UserDataException>(UserCalls.IsGenuineAsync(users, new("AAAA", phone.Iv), default));
    }

    [Test]
    public async Task TokenServer_RefusedToken_IsAskedForAnother()
    {
        var refused = new List<string>();
        using var server = new ScriptedHandler(async (request, cancellationToken) =>
        {
            refused.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            return Answers.Text(refused.Count == 1 ? "stale" : weChat.Sandbox.AccessToken());
        });
        using var app = TestApp.At(weChat, build: builder =>
        {
            TokenHost.RegisterServer(builder.Services);
            builder.Services.AddHttpClient(nameof(TokenServer)).ConfigurePrimaryHttpMessageHandler(() => server);
        });
        weChat.Sandbox.Login(OpenId);

        var phone = await app.Get<IMiniProgramUserClient>().GetPhoneNumberAsync(weChat.Sandbox.PhoneCode(OpenId), OpenId);

        Assert.That(phone.PurePhoneNumber, Is.EqualTo("13580006666"));
        Assert.That(string.Join(',', refused), Is.EqualTo(",stale"));
        Assert.That(weChat.Sandbox.RequestsOf("/cgi-bin/stable_token"), Is.Zero);
    }

    [Test]
    public async Task TextCheck_RefusedToken_IsInvalidated()
    {
        using var handler = ScriptedHandler.OfBodies("""{"errcode":40001}""", """{"errcode":0}""");
        using var app = TestApp.At(weChat, build: builder =>
        {
            TokenHost.RegisterCheck(builder.Services);
            builder.Services.AddHttpClient(nameof(TextCheck)).ConfigurePrimaryHttpMessageHandler(() => handler);
        });

        Assert.That(await app.Get<TextCheck>().CheckAsync(OpenId, "hello", default), Is.EqualTo(40001));
        Assert.That(await app.Get<TextCheck>().CheckAsync(OpenId, "hello", default), Is.Zero);
        Assert.That(weChat.Sandbox.RequestsOf("/cgi-bin/stable_token"), Is.EqualTo(2));
    }

    [Test]
    public async Task ManyApps_FoundInADatabase_LogInAndOthersAreNotFound()
    {
        await using var database = await DatabaseAsync($"CREATE TABLE tenants (app_id TEXT, app_secret TEXT); INSERT INTO tenants VALUES ('{weChat.Sandbox.AppId}', '{weChat.Sandbox.AppSecret}');");
        await using var app = await StartAsync(
            builder =>
            {
                builder.Services.AddSingleton<System.Data.Common.DbDataSource>(database);
                ManyAppsHost.AddMany(builder.Services);
                builder.Services.AddWeChatMiniPrograms(options => options.BaseAddress = weChat.Address);
            },
            ManyAppsHost.MapMany);
        using var client = ClientOf(app);

        Assert.That(await PostAsync(client, $"/apps/{weChat.Sandbox.AppId}/login?code={weChat.Sandbox.Login(OpenId)}"), Is.EqualTo($"\"{weChat.Sandbox.AppId}\""));
        using var unknown = await client.PostAsync(Relative("/apps/wx1/login?code=1"), content: null);
        Assert.That(unknown.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(app.Services.GetRequiredService<IOptions<MiniProgramCacheOptions>>().Value.CredentialsLifetime, Is.EqualTo(TimeSpan.FromMinutes(1)));
    }

    [Test]
    public async Task Platform_AuthorizedApp_LogsInWithoutAnAppSecret()
    {
        const string platform = "wxplatform0000001";
        weChat.Sandbox.AuthorizeComponent(platform);
        await using var database = await DatabaseAsync($"CREATE TABLE authorizations (app_id TEXT); INSERT INTO authorizations VALUES ('{weChat.Sandbox.AppId}');");
        await using var app = await StartAsync(
            builder =>
            {
                builder.Services.AddSingleton<System.Data.Common.DbDataSource>(database);
                builder.Services.AddSingleton<IPlatformTokens>(new SandboxPlatformTokens(weChat.Sandbox, platform));
                ManyAppsHost.AddPlatform(builder.Services, platform);
                builder.Services.AddWeChatMiniPrograms(options => options.BaseAddress = weChat.Address);
            },
            ManyAppsHost.MapMany);
        var miniProgram = await app.Services.GetRequiredService<IMiniProgramProvider>().GetAsync(weChat.Sandbox.AppId);

        var user = await miniProgram.Login.LoginAsync(weChat.Sandbox.Login(OpenId));
        var phone = await miniProgram.Users.GetPhoneNumberAsync(weChat.Sandbox.PhoneCode(OpenId), user.OpenId);

        Assert.That(user.OpenId, Is.EqualTo(OpenId));
        Assert.That(phone.PurePhoneNumber, Is.EqualTo("13580006666"));
        Assert.That(weChat.Sandbox.RequestsOf("/sns/component/jscode2session"), Is.EqualTo(1));
    }

    [Test]
    public async Task NamedApps_FromTheirSections_LogInByTheirKey()
    {
        await using var app = await StartAsync(
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
                {
                    ["WeChat:Shop:AppId"] = weChat.Sandbox.AppId,
                    ["WeChat:Shop:AppSecret"] = weChat.Sandbox.AppSecret,
                    ["WeChat:Shop:BaseAddress"] = weChat.Address.ToString(),
                    ["WeChat:Club:AppId"] = "wx2",
                    ["WeChat:Club:AppSecret"] = "secret",
                });
                ManyAppsHost.AddNamed(builder);
            },
            ManyAppsHost.MapNamed);
        using var client = ClientOf(app);

        Assert.That(await PostAsync(client, $"/shop/login?code={weChat.Sandbox.Login(OpenId)}"), Is.EqualTo($"\"{weChat.Sandbox.AppId}\""));
    }

    [Test]
    public async Task SandboxHost_OfItsOwn_GivesCodesToAnyProgram()
    {
        await using var app = SandboxHost.Build("--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None");
        await app.StartAsync();
        using var client = ClientOf(app);
        using var body = new StringContent("""{"openId":"oTestUser"}""", Encoding.UTF8, "application/x-www-form-urlencoded"); // as curl -d

        using var response = await client.PostAsync(Relative("/sandbox/login"), body);

        Assert.That((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString(), Has.Length.EqualTo(32));
    }

    [Test]
    public void HostSettings_Registered_BuildAHost()
    {
        var services = new ServiceCollection();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Vault:WeChatAppSecret"] = "secret" }).Build();
        HostSettings.InCode(services, configuration);
        HostSettings.Proxy(services);
        HostSettings.Limiter(services);
        HostSettings.Telemetry(services);
        using var provider = services.BuildServiceProvider();

        Assert.That(provider.GetRequiredService<IMiniProgramLogin>(), Is.Not.Null);
        Assert.That(provider.GetRequiredService<IOptions<WeChatMiniProgramOptions>>().Value.AppSecret, Is.EqualTo("secret"));
    }

    [Test]
    public async Task MovedKey_OfHandWrittenCode_Decrypts()
    {
        using var app = TestApp.At(weChat);
        weChat.Sandbox.Login(OpenId);
        var phone = weChat.Sandbox.Phone(OpenId);

        await MovedLogin.MoveKeyAsync(app.SessionKeys, weChat.Sandbox.AppId, OpenId, weChat.Sandbox.SessionKey(OpenId), default);

        Assert.That((await app.Login.DecryptAsync<UserPhoneNumber>(OpenId, new(phone.EncryptedData, phone.Iv))).PurePhoneNumber, Is.EqualTo("13580006666"));
        Assert.That(await MovedLogin.LoginAsync(app.Login, weChat.Sandbox.Login(OpenId), default), Is.EqualTo(OpenId));
    }

    private static Uri Relative(string path) => new(path, UriKind.Relative);

    private static HttpClient ClientOf(WebApplication app) => new() { BaseAddress = new Uri(app.Urls.Single()) };

    private static async Task<string> PostAsync(HttpClient client, string path, EncryptedUserData? data = null)
    {
        using var response = await client.PostAsync(Relative(path), data is null ? null : JsonContent.Create(data));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<WebApplication> StartAsync(Action<WebApplicationBuilder> add, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        add(builder);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return app;
    }

    private static async Task<int> StatusAfterAsync(Exception exception)
    {
        await using var app = await StartAsync(ExceptionHandling.AddTo, app =>
        {
            ExceptionHandling.Use(app);
            app.MapGet("/", string () => throw exception);
        });
        using var client = ClientOf(app);
        using var response = await client.GetAsync(Relative("/"));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        return (int)response.StatusCode;
    }

    private static async Task<System.Data.Common.DbDataSource> DatabaseAsync(string sql)
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.db");
        var database = SqliteFactory.Instance.CreateDataSource($"Data Source={file}");
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
        return database;
    }

    private async Task<WebApplication> StartLoginHostAsync()
    {
        var app = LoginEndpoint.Build(
            "--urls=http://127.0.0.1:0",
            "--Logging:LogLevel:Default=None",
            $"--WeChatMiniProgram:AppId={weChat.Sandbox.AppId}",
            $"--WeChatMiniProgram:AppSecret={weChat.Sandbox.AppSecret}",
            $"--WeChatMiniProgram:BaseAddress={weChat.Address}");
        await app.StartAsync();
        return app;
    }

    private async Task<HttpClient> SignedInAsync(WebApplication app)
    {
        var client = ClientOf(app);
        var token = JsonDocument.Parse(await PostAsync(client, $"/login?code={weChat.Sandbox.Login(OpenId)}")).RootElement.GetProperty("accessToken").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
