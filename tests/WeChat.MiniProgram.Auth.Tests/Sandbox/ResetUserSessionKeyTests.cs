using System.Text.Json;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class ResetUserSessionKeyTests : SandboxFixture
{
    [Test]
    public async Task ResetUserSessionKey_Success_TellsTheNewKeyAndTheOldOneIsDead()
    {
        var old = WeChat.SessionKey(OpenId);
        var answer = await CallAsync("resetusersessionkey", old);

        Assert.That(answer.Text("openid"), Is.EqualTo(OpenId));
        Assert.That(answer.Text("session_key"), Is.Not.EqualTo(old).And.EqualTo(WeChat.SessionKey(OpenId)));
        Assert.That((await CallAsync("checksession", old)).ErrCode(), Is.EqualTo(87009));
        Assert.That((await CallAsync("checksession", answer.Text("session_key"))).ErrCode(), Is.Zero);
    }

    private Task<JsonElement> CallAsync(string api, string sessionKey) => GetAsync(
        $"{WithToken("/wxa/" + api)}&openid={OpenId}&signature={SessionSignature.Of(sessionKey)}&sig_method=hmac_sha256");
}
