namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>Whom the APIs let in that need an access_token.</summary>
public sealed class AccessTokenGateTests : SandboxFixture
{
    private static readonly string[] Gets =
        ["/wxa/checksession", "/wxa/resetusersessionkey", "/wxa/business/getuserencryptkey", "/wxa/getpaidunionid"];

    private static readonly string[] Posts =
        ["/wxa/business/getuserphonenumber", "/wxa/getpluginopenpid", "/wxa/business/checkencryptedmsg"];

    private static IEnumerable<string> Paths => [.. Gets, .. Posts];

    [Test]
    public async Task Api_NoToken_IsRefused([ValueSource(nameof(Paths))] string path) =>
        Assert.That(await CallAsync(path, null), Is.EqualTo(41001));

    [Test]
    public async Task Api_UnknownToken_IsRefused([ValueSource(nameof(Paths))] string path) =>
        Assert.That(await CallAsync(path, "unknown"), Is.EqualTo(40001));

    [Test]
    public async Task Api_ExpiredToken_IsRefused([ValueSource(nameof(Paths))] string path)
    {
        var token = WeChat.AccessToken();
        Time.Advance(TimeSpan.FromHours(2));

        Assert.That(await CallAsync(path, token), Is.EqualTo(42001));
    }

    [Test]
    public async Task Api_TokenOfAPlatform_IsRefused([ValueSource(nameof(Paths))] string path) =>
        Assert.That(await CallAsync(path, WeChat.ComponentAccessToken("wxplatform")), Is.EqualTo(48001));

    [Test]
    public async Task Api_GoodToken_IsLetIn([ValueSource(nameof(Paths))] string path) =>
        Assert.That(await CallAsync(path, WeChat.AccessToken()), Is.Not.AnyOf(41001, 40001, 42001, 48001));

    [TestCase(40001)]
    [TestCase(40014)]
    [TestCase(42001)]
    public async Task RefuseAccessTokens_Twice_RefusesTheAppsNextTwoCalls(int errcode)
    {
        WeChat.RefuseAccessTokens(errcode, times: 2);

        Assert.That(await CallAsync(Gets[0], WeChat.AccessToken()), Is.EqualTo(errcode));
        Assert.That(await CallAsync(Posts[0], WeChat.AccessToken()), Is.EqualTo(errcode));
        Assert.That(await CallAsync(Gets[0], WeChat.AccessToken()), Is.EqualTo(40097));
    }

    [Test]
    public async Task RefuseAccessTokens_ForEver_EndsWhenTold()
    {
        WeChat.RefuseAccessTokens(times: int.MaxValue);
        for (var i = 0; i < 5; i++)
            Assert.That(await CallAsync(Gets[0], WeChat.AccessToken()), Is.EqualTo(40001));

        WeChat.RefuseAccessTokens(times: 0);
        Assert.That(await CallAsync(Gets[0], WeChat.AccessToken()), Is.EqualTo(40097));
    }

    [Test]
    public async Task RefuseAccessTokens_OfOneApp_LeavesTheOther()
    {
        WeChat.AddApp("wxother", "secret");
        WeChat.RefuseAccessTokens(appId: "wxother");

        Assert.That(await CallAsync(Gets[0], WeChat.AccessToken()), Is.EqualTo(40097));
        Assert.That(await CallAsync(Gets[0], WeChat.AccessToken("wxother")), Is.EqualTo(40001));
    }

    private async Task<int> CallAsync(string path, string? token)
    {
        var url = token is null ? path : $"{path}?access_token={token}";
        return (Gets.Contains(path) ? await GetAsync(url) : await PostAsync(url, "{}")).ErrCode();
    }
}
