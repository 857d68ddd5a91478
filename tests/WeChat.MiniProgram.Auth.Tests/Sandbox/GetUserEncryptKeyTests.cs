namespace WeChat.MiniProgram.Auth.Tests;

public sealed class GetUserEncryptKeyTests : SandboxFixture
{
    private string Url =>
        $"{WithToken("/wxa/business/getuserencryptkey")}&openid={OpenId}"
        + $"&signature={SessionSignature.Of(WeChat.SessionKey(OpenId))}&sig_method=hmac_sha256";

    [Test]
    public async Task GetUserEncryptKey_FirstCall_HasOneKeyOfAnHour()
    {
        var key = (await GetAsync(Url)).GetProperty("key_info_list").EnumerateArray().Single();
        var expected = WeChat.EncryptKey(OpenId);

        Assert.That(Convert.FromBase64String(key.Text("encrypt_key")), Has.Length.EqualTo(16));
        Assert.That((key.Text("encrypt_key"), key.Text("iv")), Is.EqualTo((expected.EncryptKey, expected.Iv)));
        Assert.That(key.Text("iv"), Does.Match("^[0-9a-f]{16}$"), "plain characters, not Base64");
        Assert.That((key.Number("version"), key.Number("expire_in"), key.Number("create_time")), Is.EqualTo((1, 3600, 1_700_000_000)));
    }

    [Test]
    public async Task GetUserEncryptKey_PostedWithEverythingInTheQuery_AnswersTheSame()
    {
        var posted = await PostAsync(Url, "");

        Assert.That(posted.GetRawText(), Is.EqualTo((await GetAsync(Url)).GetRawText()));
    }

    [Test]
    public async Task GetUserEncryptKey_AfterAnHour_HasANewKeyAndTheOldOneWithoutTimeLeft()
    {
        await GetAsync(Url);
        Time.Advance(TimeSpan.FromSeconds(3599));
        Assert.That(await KeysAsync(), Is.EqualTo(new[] { (1, 1) }));

        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await KeysAsync(), Is.EqualTo(new[] { (2, 3600), (1, 0) }));
    }

    [Test]
    public async Task RotateEncryptKey_FourTimes_LeavesTheLastThree()
    {
        for (var i = 0; i < 4; i++)
            WeChat.RotateEncryptKey(OpenId);

        Assert.That((await KeysAsync()).Select(key => key.Version), Is.EqualTo(Enumerable.Range(2, 3).Reverse()));
    }

    private async Task<IEnumerable<(int Version, int ExpireIn)>> KeysAsync() =>
        (await GetAsync(Url)).GetProperty("key_info_list").EnumerateArray()
            .Select(key => (key.Number("version"), key.Number("expire_in"))).ToList();
}
