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

    [Test]
    public async Task HealthCheckAndDocument_AreNotCounted()
    {
        for (var i = 0; i < Limit + 3; i++)
        {
            Assert.That((await User.GetAsync("/health")).Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await User.GetAsync("/openapi/v1.json")).Status, Is.EqualTo(HttpStatusCode.OK));
        }
    }
}
