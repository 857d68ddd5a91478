using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>force_refresh, and the limits of stable_token.</summary>
public sealed class StableTokenRefreshTests : SandboxFixture
{
    private const string Path = "/cgi-bin/stable_token";
    private const int CallsPerMinute = 25;

    [Test]
    public async Task StableToken_ForcedRefresh_KillsTheOldTokenAtOnce()
    {
        var old = WeChat.AccessToken();
        var forced = await RefreshAsync();

        Assert.That(forced, Is.Not.EqualTo(old).And.EqualTo(WeChat.AccessToken()));
        Assert.That((await GetAsync($"/wxa/checksession?access_token={old}")).ErrCode(), Is.EqualTo(40001));
    }

    [Test]
    public async Task StableToken_ForcedWithinThirtySeconds_DoesNotRefresh()
    {
        var first = await RefreshAsync();
        Time.Advance(TimeSpan.FromSeconds(29));
        Assert.That(await RefreshAsync(), Is.EqualTo(first));

        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await RefreshAsync(), Is.Not.EqualTo(first));
    }

    [Test]
    public async Task StableToken_ForcedMoreThanTwentyTimesADay_DoesNotRefresh()
    {
        var tokens = new HashSet<string>();
        for (var i = 0; i < 22; i++)
        {
            tokens.Add(await RefreshAsync());
            Time.Advance(TimeSpan.FromSeconds(30));
        }

        Assert.That(tokens, Has.Count.EqualTo(20));
    }

    [Test]
    public async Task StableToken_TooOftenInAMinute_IsThrottled()
    {
        for (var i = 0; i < CallsPerMinute; i++)
            await PostAsync(Path, StableTokenBody.Of(WeChat));

        Assert.That((await PostAsync(Path, StableTokenBody.Of(WeChat))).ErrCode(), Is.EqualTo(45011));
        Time.Advance(TimeSpan.FromMinutes(1));
        Assert.That((await PostAsync(Path, StableTokenBody.Of(WeChat))).Number("expires_in"), Is.EqualTo(7140));
    }

    protected override void Configure(SandboxOptions options) => options.TokenCallsPerMinute = CallsPerMinute;

    private async Task<string> RefreshAsync() =>
        (await PostAsync(Path, StableTokenBody.Of(WeChat, forceRefresh: true))).Text("access_token");
}
