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
        {
            var address = $"{garnet.Configuration},connectTimeout=500,syncTimeout=500,asyncTimeout=500";
            hosts.Add(LoginHost.Start(server, [("ConnectionStrings:Redis", address)]));
            phones.Add(new(hosts[i].Address, WeChat, "oXiaoming000000000000000000"));
        }
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

        using var redis = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(garnet!.Configuration);
        var entry = (byte[]?)await redis.GetDatabase().HashGetAsync($"profile:{phones[0].OpenId}", "data");

        Assert.That(entry, Is.Not.Null);
        Assert.That(System.Text.Encoding.Latin1.GetString(entry!), Does.Not.Contain("13580006666"));
    }

    [Test]
    public async Task Redis_Gone_IsUnavailableAndUnhealthyButLoginsGoOn()
    {
        await phones[0].LoginAsync();
        Assert.That((await phones[0].GetAsync("/health")).Body, Is.EqualTo("Healthy"));
        var phone = WeChat.Phone(phones[0].OpenId);

        garnet!.Dispose();
        garnet = null;

        var answer = await phones[0].PostPhoneAsync(phone);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(answer.Code, Is.EqualTo("unavailable"));
        Assert.That((await phones[0].LoginAsync()).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await phones[0].RefreshAsync()).Code, Is.EqualTo("unavailable"));
        Assert.That((await phones[0].GetAsync("/me")).Code, Is.EqualTo("unavailable"));
        Assert.That((await phones[0].GetAsync("/health")).Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
    }
}
