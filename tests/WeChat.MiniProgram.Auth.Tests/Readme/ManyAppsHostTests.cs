using System.Data.Common;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace WeChat.MiniProgram.Auth.Tests;

internal sealed class ManyAppsHostTests : GuideFixture
{
    private const string Database = "Data Source=guide;Mode=Memory;Cache=Shared";
    private const string Platform = "wxplatform0000001";

    [Test]
    public async Task MapNamed_LoginOfTheApp_IsReadBackForItsServices()
    {
        await using var host = await NamedAsync(_ => { }, ManyAppsHost.MapNamed);
        await host.SignInAsync("/shop/login", WeChat.Login(OpenId));

        Assert.That(await host.TextOfPostCodeAsync("/me/phone", WeChat.PhoneCode(OpenId)), Is.EqualTo($"\"{PhoneNumber}\""));
    }

    [Test]
    public async Task ShopController_UserOfTheShop_IsLoggedOutThere()
    {
        await using var host = await NamedAsync(
            builder => builder.Services.AddControllers().AddApplicationPart(typeof(ShopController).Assembly),
            app =>
            {
                ManyAppsHost.MapNamed(app);
                app.MapControllers();
            });
        await host.SignInAsync("/shop/login", WeChat.Login(OpenId));
        var sessionKeys = host.App.Services.GetRequiredKeyedService<ISessionKeyStore>("shop");
        var before = await sessionKeys.GetAsync(new(WeChat.AppId, OpenId));
        using var logout = await host.PostAsync("/shop/logout");

        Assert.That(logout.IsSuccessStatusCode, Is.True);
        Assert.That(before, Has.Count.EqualTo(1));
        Assert.That(await sessionKeys.GetAsync(new(WeChat.AppId, OpenId)), Is.Empty);
    }

    [Test]
    public async Task MapMany_AppInTheDatabase_LogsInAndAnotherIsNotFound()
    {
        await using var database = await OpenAsync(
            "CREATE TABLE tenants (app_id TEXT COLLATE NOCASE, app_secret TEXT); INSERT INTO tenants VALUES (@app_id, @app_secret);");
        await using var host = await StartAsync(services => ManyAppsHost.AddMany(new(services)));
        using var unknown = await host.PostCodeAsync("/apps/wx1/login", "1");
        using var upper = await host.PostCodeAsync($"/apps/{WeChat.AppId.ToUpperInvariant()}/login", "1");

        Assert.That(await host.TextOfPostCodeAsync($"/apps/{WeChat.AppId}/login", WeChat.Login(OpenId)), Is.EqualTo($"\"{WeChat.AppId}\""));
        Assert.That(unknown.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(upper.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(
            host.App.Services.GetRequiredService<IOptions<MiniProgramCacheOptions>>().Value.CredentialsLifetime,
            Is.EqualTo(TimeSpan.FromMinutes(1)));
    }

    [Test]
    public async Task AddPlatform_AuthorizedApp_NeedsNoAppSecret()
    {
        WeChat.AuthorizeComponent(Platform);
        await using var database = await OpenAsync("CREATE TABLE authorizations (app_id TEXT COLLATE NOCASE); INSERT INTO authorizations VALUES (@app_id);");
        await using var host = await StartAsync(services =>
        {
            services.AddSingleton<IPlatformTokens>(new SandboxPlatformTokens(WeChat, Platform));
            ManyAppsHost.AddPlatform(new(services), Platform);
        });
        var miniPrograms = host.App.Services.GetRequiredService<IMiniProgramProvider>();
        var miniProgram = await miniPrograms.GetAsync(WeChat.AppId);

        var user = await miniProgram.Login.LoginAsync(WeChat.Login(OpenId));
        var phone = await miniProgram.Users.GetPhoneNumberAsync(WeChat.PhoneCode(OpenId), user.OpenId);

        Assert.That(user.OpenId, Is.EqualTo(OpenId));
        Assert.That(phone.PurePhoneNumber, Is.EqualTo(PhoneNumber));
        Assert.That(WeChat.RequestsOf("/sns/component/jscode2session"), Is.EqualTo(1));
        await Failure.OfAsync<MiniProgramNotFoundException>(miniPrograms.GetAsync(WeChat.AppId.ToUpperInvariant()).AsTask());
    }

    private Task<GuideHost> NamedAsync(Action<WebApplicationBuilder> add, Action<WebApplication> map) => GuideHost.StartAsync(
        builder =>
        {
            builder.Configuration.AddInMemoryCollection(SettingsIn("WeChat:Shop"));
            (builder.Configuration["WeChat:Club:AppId"], builder.Configuration["WeChat:Club:AppSecret"]) = ("wx2", "secret");
            ManyAppsHost.AddNamed(builder);
            add(builder);
        },
        map);

    /// <summary>The database lives as long as this connection to it.</summary>
    private async Task<DbConnection> OpenAsync(string sql)
    {
        var connection = new SqliteConnection(Database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@app_id", WeChat.AppId);
        command.Parameters.AddWithValue("@app_secret", WeChat.AppSecret);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private Task<GuideHost> StartAsync(Action<IServiceCollection> add) => GuideHost.StartAsync(
        builder =>
        {
            builder.Services.AddSingleton<DbDataSource>(_ => SqliteFactory.Instance.CreateDataSource(Database));
            add(builder.Services);
            builder.Services.AddWeChatMiniPrograms(options => options.BaseAddress = Server.Address);
        },
        ManyAppsHost.MapMany);
}
