using System.Text.Json;
using System.Text.Json.Nodes;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class StableTokenTests : SandboxFixture
{
    private const string Path = "/cgi-bin/stable_token";

    [Test]
    public async Task StableToken_Success_HasALongTokenAndNoErrcode()
    {
        var answer = await TokenAsync();

        Assert.That(answer.TryGetProperty("errcode", out _), Is.False);
        Assert.That(answer.Text("access_token"), Has.Length.GreaterThanOrEqualTo(130).And.EqualTo(WeChat.AccessToken()));
        Assert.That(answer.Number("expires_in"), Is.EqualTo(7200));
    }

    [Test]
    public async Task StableToken_CalledAgain_IsTheSameWithTheSecondsLeft()
    {
        var first = await TokenAsync();
        Time.Advance(TimeSpan.FromSeconds(6900));
        var second = await TokenAsync();

        Assert.That(second.Text("access_token"), Is.EqualTo(first.Text("access_token")));
        Assert.That(second.Number("expires_in"), Is.EqualTo(300));
    }

    [Test]
    public async Task StableToken_InTheLastFiveMinutes_HandsOverAndBothWorkForFiveMinutes()
    {
        var old = (await TokenAsync()).Text("access_token");
        Time.Advance(TimeSpan.FromSeconds(7100));
        var answer = await TokenAsync();

        Assert.That(answer.Text("access_token"), Is.Not.EqualTo(old));
        Assert.That(answer.Number("expires_in"), Is.EqualTo(7200));
        Time.Advance(TimeSpan.FromSeconds(299));
        Assert.That(await UseAsync(old), Is.EqualTo(40097), "let in");
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await UseAsync(old), Is.EqualTo(42001));
        Assert.That(await UseAsync(answer.Text("access_token")), Is.EqualTo(40097), "let in");
    }

    [TestCase("""{"appid":"APPID","secret":"SECRET"}""", 40002)]
    [TestCase("""{"grant_type":"authorization_code","appid":"APPID","secret":"SECRET"}""", 40002)]
    [TestCase("""{"grant_type":"client_credential","secret":"SECRET"}""", 41002)]
    [TestCase("""{"grant_type":"client_credential","appid":"APPID"}""", 41004)]
    [TestCase("""{"grant_type":"client_credential","appid":"wxunknown","secret":"SECRET"}""", 40013)]
    [TestCase("""{"grant_type":"client_credential","appid":"APPID","secret":"wrong"}""", 40125)]
    [TestCase("grant_type=client_credential", 47001)]
    [TestCase("[]", 47001)]
    [TestCase("", 44002)]
    public async Task StableToken_WrongBody_IsRefused(string body, int errcode)
    {
        body = body.Replace("APPID", WeChat.AppId, StringComparison.Ordinal).Replace("SECRET", WeChat.AppSecret, StringComparison.Ordinal);

        Assert.That((await PostAsync(Path, body)).ErrCode(), Is.EqualTo(errcode));
    }

    [Test]
    public async Task StableToken_Get_IsRefused() => Assert.That((await GetAsync(Path)).ErrCode(), Is.EqualTo(43002));

    [Test]
    public async Task StableToken_Expired_GivesANewOne()
    {
        var old = (await TokenAsync()).Text("access_token");
        WeChat.ExpireAccessToken();

        Assert.That(await UseAsync(old), Is.EqualTo(42001));
        Assert.That((await TokenAsync()).Text("access_token"), Is.Not.EqualTo(old));
    }

    [TestCase("3")]
    [TestCase("\"1500\"")]
    [TestCase("7200")]
    public async Task StableToken_ExpiresInSet_IsSentSo(string expiresIn)
    {
        WeChat.ExpiresIn = JsonNode.Parse(expiresIn);
        Time.Advance(TimeSpan.FromMinutes(1));

        await TokenAsync();
        Assert.That((await TokenAsync()).GetProperty("expires_in").GetRawText(), Is.EqualTo(expiresIn));
    }

    private Task<JsonElement> TokenAsync() => PostAsync(Path, StableTokenBody.Of(WeChat));

    private async Task<int> UseAsync(string token) => (await GetAsync($"/wxa/checksession?access_token={token}")).ErrCode();
}
