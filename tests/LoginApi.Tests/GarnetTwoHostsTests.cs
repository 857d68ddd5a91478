using System.Diagnostics;
using System.Net;

namespace LoginApi.Tests;

/// <summary>Two hosts on one server of the Redis protocol, behind a load balancer that takes turns.</summary>
internal sealed class GarnetTwoHostsTests
{
    private readonly List<LoginHost> hosts = [];
    private readonly List<Phone> phones = [];
    private GarnetInProcess? garnet;
    private SandboxServer server = null!;

    private Sandbox WeChat => server.Sandbox;

    [SetUp]
    public async Task StartAsync()
    {
        garnet = new();
        server = await SandboxServer.StartAsync();
        for (var i = 0; i < 2; i++)
            StartHost(garnet.Configuration);
    }

    [TearDown]
    public async Task StopAsync()
    {
        phones.ForEach(phone => phone.Dispose());
        foreach (var host in hosts)
            await host.DisposeAsync();

        phones.Clear();
        hosts.Clear();
        await server.DisposeAsync();
        garnet?.Dispose();
    }

    [Test]
    public async Task Requests_ToEachHostInTurn_MeetOneLoginAndOneProfile()
    {
        var turn = 0;
        Phone Next()
        {
            var (last, next) = (phones[turn % 2], phones[++turn % 2]);
            (next.AccessToken, next.RefreshToken) = (last.AccessToken, last.RefreshToken);
            return next;
        }

        await Next().LoginAsync();
        var (profile, phone) = (WeChat.Profile(phones[0].OpenId, "小明"), WeChat.Phone(phones[0].OpenId));
        Assert.That((await Next().PostAsync("/me/profile", profile)).Text("nickName"), Is.EqualTo("小明"));
        Assert.That((await Next().PostPhoneAsync(phone)).Text("phoneNumber"), Is.EqualTo("135****6666"));
        var avatar = (await Next().UploadAsync([0xFF, 0xD8, 0xFF, 1])).Text("avatarUrl")!;
        Assert.That((await Next().GetAsync(avatar)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await Next().PutAsync("/me/profile", new { nickName = "小红" })).Text("phoneNumber"), Is.EqualTo("135****6666"));
        Assert.That((await Next().GetAsync("/me")).Body, Is.EqualTo($$"""{"nickName":"小红","avatarUrl":"{{avatar}}","phoneNumber":"135****6666"}"""));
        Assert.That((await Next().GetAsync("/me")).Body, Does.Contain("小红"));

        var renewed = await Next().RefreshAsync();
        Assert.That(renewed.Status, Is.EqualTo(HttpStatusCode.OK));
        phones[0].AccessToken = phones[1].AccessToken = renewed.Text("accessToken");
        Assert.That((await Next().GetAsync("/me")).Status, Is.EqualTo(HttpStatusCode.OK));

        Assert.That((await Next().PostAsync("/logout")).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await Next().RefreshAsync()).Code, Is.EqualTo("login_again"));
        Assert.That((await Next().PostPhoneAsync(phone)).Code, Is.EqualTo("login_again"));
        Assert.That(WeChat.RequestCount, Is.EqualTo(1));
    }

    [Test]
    public async Task Entries_InRedis_HoldNoPersonalDataInClearText()
    {
        await phones[0].LoginAsync();
        await phones[0].PostAsync("/me/phone", new { code = WeChat.PhoneCode(phones[0].OpenId) });
        await phones[0].PostAsync("/logout");

        using var redis = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(garnet!.Configuration);
        var keys = redis.GetServers()[0].Keys().Select(key => $"{key}").ToList();
        var profile = (byte[]?)await redis.GetDatabase().HashGetAsync(keys.Single(key => key.StartsWith("profile/", StringComparison.Ordinal)), "data");

        Assert.That(keys, Has.Some.StartsWith("logout/").And.None.Contain(phones[0].OpenId).And.None.Contain(WeChat.AppId));
        Assert.That(System.Text.Encoding.Latin1.GetString(profile!), Does.Not.Contain("13580006666"));
    }

    [Test]
    public async Task DataProtectionKeys_Lost_LeaveAUserWithoutAProfileAndNotWithoutAHost()
    {
        await phones[0].LoginAsync();
        await phones[0].PutAsync("/me/profile", new { nickName = "小明" });
        using var redis = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(garnet!.Configuration);
        await redis.GetDatabase().KeyDeleteAsync("DataProtection-Keys");

        var phone = StartHost(garnet.Configuration);
        await phone.LoginAsync();

        Assert.That((await phone.GetAsync("/me")).Body, Is.EqualTo("""{"nickName":null,"avatarUrl":null,"phoneNumber":null}"""));
        Assert.That((await phone.PutAsync("/me/profile", new { nickName = "小红" })).Text("nickName"), Is.EqualTo("小红"));
    }

    [Test]
    public async Task Redis_Gone_IsUnavailableAtOnceAndNotReadyButAliveAndLoginsGoOn()
    {
        await phones[0].LoginAsync();
        Assert.That((await phones[0].GetAsync("/health")).Body, Is.EqualTo("Healthy"));
        var phone = WeChat.Phone(phones[0].OpenId);

        garnet!.Dispose();
        garnet = null;

        await AssertUnavailableAtOnceAsync(() => phones[0].PostPhoneAsync(phone));
        Assert.That((await phones[0].LoginAsync()).Status, Is.EqualTo(HttpStatusCode.OK));
        await AssertUnavailableAtOnceAsync(phones[0].RefreshAsync);
        await AssertUnavailableAtOnceAsync(() => phones[0].GetAsync("/me"));
        await AssertUnavailableAtOnceAsync(() => phones[0].PostAsync("/logout"));
        Assert.That((await phones[0].GetAsync("/health")).Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That((await phones[0].GetAsync("/alive")).Body, Is.EqualTo("Healthy"));
        var logged = hosts[0].Log.All.Where(entry => entry.Category.EndsWith("ExceptionHandlerMiddleware", StringComparison.Ordinal));
        Assert.That(logged.Select(entry => entry.Everything), Has.Exactly(4).Contains("RedisConnectionException"), "the operator can see why");
        var said = hosts[0].Log.All.Where(entry => entry.Everything.Contains(phones[0].OpenId, StringComparison.Ordinal));
        Assert.That(said.Select(entry => entry.Text), Is.Empty);
    }

    [Test]
    public async Task Redis_NotThereYet_KeepsNoHostFromStarting()
    {
        using var port = new ClosedPort();
        var phone = StartHost($"{port.Address.Authority},connectTimeout=500");

        Assert.That((await phone.GetAsync("/alive")).Body, Is.EqualTo("Healthy"));
        Assert.That((await phone.GetAsync("/health")).Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        await AssertUnavailableAtOnceAsync(phone.LoginAsync); // nothing can be sealed without the keys that are in Redis
    }

    [Test]
    public async Task Token_OfAnotherMiniProgramOnTheSameRedis_IsNone()
    {
        await phones[0].LoginAsync();
        var stranger = StartHost(garnet!.Configuration, ("WeChatMiniProgram:AppId", "wx00000000000000ff"));

        (stranger.AccessToken, stranger.RefreshToken) = (phones[0].AccessToken, phones[0].RefreshToken);

        Assert.That((await phones[0].GetAsync("/me")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await stranger.GetAsync("/me")).Code, Is.EqualTo("login_again"));
        Assert.That((await stranger.RefreshAsync()).Code, Is.EqualTo("login_again"));
    }

    private static async Task AssertUnavailableAtOnceAsync(Func<Task<Answer>> ask)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = await ask();

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable), answer.Body);
        Assert.That(answer.Code, Is.EqualTo("unavailable"));
        Assert.That(Stopwatch.GetElapsedTime(started), Is.LessThan(TimeSpan.FromSeconds(3)));
    }

    private Phone StartHost(string redis, params (string Name, string? Value)[] settings)
    {
        hosts.Add(LoginHost.Start(server, [("ConnectionStrings:Redis", redis), .. settings]));
        phones.Add(new(hosts[^1].Address, WeChat, "oXiaoming000000000000000000"));
        return phones[^1];
    }
}
