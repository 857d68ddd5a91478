using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class CheckEncryptedMsgTests : SandboxFixture
{
    [Test]
    public async Task CheckEncryptedMsg_PhoneDataOfTheSandbox_IsFromWeChat()
    {
        var data = WeChat.Phone(OpenId);
        Time.Advance(TimeSpan.FromDays(3));
        var answer = await CallAsync(HashOf(data.EncryptedData));

        Assert.That(answer.ErrCode(), Is.Zero);
        Assert.That(answer.GetProperty("vaild").GetBoolean(), Is.True, "misspelt on the wire");
        Assert.That(answer.Number("create_time"), Is.EqualTo(1_700_000_000));
    }

    [Test]
    public async Task CheckEncryptedMsg_DataOlderThanThreeDays_IsNotFound()
    {
        var data = WeChat.Phone(OpenId);
        Time.Advance(TimeSpan.FromDays(3) + TimeSpan.FromSeconds(1));

        Assert.That((await CallAsync(HashOf(data.EncryptedData))).ErrCode(), Is.EqualTo(1));
    }

    [Test]
    public async Task CheckEncryptedMsg_DataThatIsNoPhoneNumber_IsNotFound() =>
        Assert.That((await CallAsync(HashOf(WeChat.WeRun(OpenId).EncryptedData))).ErrCode(), Is.EqualTo(1));

    [Test]
    public async Task CheckEncryptedMsg_DataOfAnotherApp_IsNotFound()
    {
        WeChat.AddApp("wxother", "secret");
        WeChat.Login(OpenId, appId: "wxother");

        Assert.That((await CallAsync(HashOf(WeChat.Phone(OpenId, appId: "wxother").EncryptedData))).ErrCode(), Is.EqualTo(1));
    }

    [TestCase("""{}""")]
    [TestCase("""{"encrypted_msg_hash":"0123"}""")]
    public async Task CheckEncryptedMsg_NoHash_IsRefused(string body) =>
        Assert.That((await PostAsync(WithToken("/wxa/business/checkencryptedmsg"), body)).ErrCode(), Is.EqualTo(40097));

    [Test]
    public async Task CheckEncryptedMsg_UpperCaseHash_IsRefused() =>
        Assert.That((await CallAsync(HashOf(WeChat.Phone(OpenId).EncryptedData).ToUpperInvariant())).ErrCode(), Is.EqualTo(40097));

    private static string HashOf(string base64) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(base64))).ToLowerInvariant();

    private Task<JsonElement> CallAsync(string hash) =>
        PostAsync(WithToken("/wxa/business/checkencryptedmsg"), $$"""{"encrypted_msg_hash":"{{hash}}"}""");
}
