using System.Net;

namespace LoginApi.Tests;

internal sealed class RateLimitTests : LoginApiFixture
{
    private const int Limit = 5;

    protected override IEnumerable<(string Name, string? Value)> Settings => [("RequestsPerMinute", $"{Limit}")];

    [Test]
    public async Task Flood_OfForgedData_IsStoppedForThatUserAlone()
    {
        var other = PhoneOf("oXiaohong000000000000000000");
        await User.LoginAsync();
        await other.LoginAsync();

        var answers = new List<Answer>();
        for (var i = 0; i < Limit + 3; i++)
            answers.Add(await User.PostAsync("/me/phone", new { encryptedData = "AAAA", iv = "AAAA" }));

        Assert.That(answers.Select(answer => answer.Status).Take(Limit), Is.All.EqualTo(HttpStatusCode.BadRequest));
        foreach (var answer in answers.Skip(Limit))
        {
            AssertProblem(answer, HttpStatusCode.TooManyRequests, "slow_down");
            Assert.That(answer.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromMinutes(1)));
        }

        AssertProblem(await User.GetAsync("/me"), HttpStatusCode.TooManyRequests, "slow_down");
        Assert.That((await other.GetAsync("/me")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Flood_WithoutALogin_IsStoppedByAddressAndReachesWeChatNoMore()
    {
        await User.LoginAsync();
        var stranger = PhoneOf("oStranger000000000000000000");

        for (var i = 1; i < Limit; i++)
        {
            stranger.AccessToken = $"forged{i}";
            AssertProblem(await stranger.GetAsync("/me"), HttpStatusCode.Unauthorized, "login_again");
        }

        AssertProblem(await stranger.LoginAsync(), HttpStatusCode.TooManyRequests, "slow_down");
        Assert.That(WeChat.RequestCount, Is.EqualTo(1));
        Assert.That((await User.GetAsync("/me")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("true", HttpStatusCode.Unauthorized)]
    [TestCase("false", HttpStatusCode.TooManyRequests)] // anyone can write the header where no proxy does
    public async Task Flood_ByAddressesOfAHeader_IsStoppedForEachWhereTheSettingsKnowOfAProxy(string proxy, HttpStatusCode status)
    {
        var answer = await FloodAsync(proxy, i => $"203.0.113.{i}");

        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [Test]
    public async Task Flood_WithAddressesMadeUpBeforeTheProxy_IsStopped()
    {
        var answer = await FloodAsync("true", i => $"203.0.113.{i}, 198.51.100.1");

        AssertProblem(answer, HttpStatusCode.TooManyRequests, "slow_down");
    }

    [TestCase("/health", HttpStatusCode.OK)]
    [TestCase("/alive", HttpStatusCode.OK)]
    [TestCase("/avatars/0", HttpStatusCode.NotFound)]
    public async Task HealthChecksAndPictures_AreNotCounted(string path, HttpStatusCode status)
    {
        for (var i = 0; i < Limit + 3; i++)
            Assert.That((await User.GetAsync(path)).Status, Is.EqualTo(status));
    }

    /// <summary>The answer to one request more than the limit allows.</summary>
    private async Task<Answer> FloodAsync(string proxy, Func<int, string> address)
    {
        await using var weChat = await SandboxServer.StartAsync();
        await using var host = LoginHost.Start(weChat, [.. Settings, ("ForwardedHeaders_Enabled", proxy)]);
        using var phone = new Phone(host.Address, weChat.Sandbox, User.OpenId);
        for (var i = 0; i < Limit; i++)
        {
            phone.ForwardedFor = address(i);
            await phone.GetAsync("/me");
        }

        phone.ForwardedFor = address(Limit);
        return await phone.GetAsync("/me");
    }
}
