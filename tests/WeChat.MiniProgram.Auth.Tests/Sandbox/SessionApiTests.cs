namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The three APIs whose caller proves that it knows the user's session_key.</summary>
[TestFixture("/wxa/checksession", 87009)]
[TestFixture("/wxa/resetusersessionkey", 87007)]
[TestFixture("/wxa/business/getuserencryptkey", 87007)]
public sealed class SessionApiTests(string path, int noSession) : SandboxFixture
{
    private string Signature => SessionSignature.Of(WeChat.SessionKey(OpenId));

    [Test]
    public async Task Api_RightSignature_IsOk() =>
        Assert.That(await CallAsync($"&openid={OpenId}&signature={Signature}&sig_method=hmac_sha256"), Is.Zero);

    [Test]
    public async Task Api_UpperCaseSignature_IsOk() =>
        Assert.That(await CallAsync($"&openid={OpenId}&signature={Signature.ToUpperInvariant()}&sig_method=hmac_sha256"), Is.Zero);

    [TestCase("&openid=o1&signature=00&sig_method=hmac_sha256", 87009)]
    [TestCase("&openid=o1&signature=SIGNATURE&sig_method=hmac_md5", 87008)]
    [TestCase("&openid=o1&signature=SIGNATURE", 87008)]
    [TestCase("&signature=SIGNATURE&sig_method=hmac_sha256", 40097)]
    [TestCase("&openid=o1&sig_method=hmac_sha256", 40097)]
    public async Task Api_WrongQuery_IsRefused(string query, int errcode) =>
        Assert.That(await CallAsync(query.Replace("SIGNATURE", Signature, StringComparison.Ordinal)), Is.EqualTo(errcode));

    [Test]
    public async Task Api_KeyThatWasReplaced_IsRefused()
    {
        var old = Signature;
        WeChat.RotateSessionKey(OpenId);

        Assert.That(await CallAsync($"&openid={OpenId}&signature={old}&sig_method=hmac_sha256"), Is.EqualTo(87009));
    }

    [Test]
    public async Task Api_UnknownUser_IsRefused() =>
        Assert.That(await CallAsync($"&openid=unknown&signature={Signature}&sig_method=hmac_sha256"), Is.EqualTo(noSession));

    [Test]
    public async Task Api_SessionThatEnded_IsRefusedUntilTheNextLogin()
    {
        var old = Signature;
        WeChat.EndSession(OpenId);
        Assert.That(await CallAsync($"&openid={OpenId}&signature={old}&sig_method=hmac_sha256"), Is.EqualTo(noSession));

        WeChat.Login(OpenId);
        Assert.That(await CallAsync($"&openid={OpenId}&signature={old}&sig_method=hmac_sha256"), Is.EqualTo(87009));
        Assert.That(await CallAsync($"&openid={OpenId}&signature={Signature}&sig_method=hmac_sha256"), Is.Zero);
    }

    [Test]
    public async Task Api_TokenOfAnotherApp_DoesNotKnowTheUser()
    {
        WeChat.AddApp("wxother", "secret");
        var url = $"{path}?access_token={WeChat.AccessToken("wxother")}&openid={OpenId}&signature={Signature}&sig_method=hmac_sha256";

        Assert.That((await GetAsync(url)).ErrCode(), Is.EqualTo(noSession));
    }

    private async Task<int> CallAsync(string query) => (await GetAsync(WithToken(path) + query)).ErrCode();
}
