using System.Net;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>What WeChat refuses before it looks at what is asked.</summary>
public sealed class MethodAndBodyTests : SandboxFixture
{
    private const string PhoneNumber = "/wxa/business/getuserphonenumber";

    [TestCase("/cgi-bin/stable_token")]
    [TestCase(PhoneNumber)]
    [TestCase("/wxa/getpluginopenpid")]
    [TestCase("/wxa/business/checkencryptedmsg")]
    public async Task Post_Chunked_IsRefusedWithoutAWord(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, WithToken(path)) { Content = new StringContent("{}") };
        request.Headers.TransferEncodingChunked = true;
        using var response = await Http.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.Empty);
        Assert.That(WeChat.RequestsOf(path), Is.EqualTo(1));
    }

    [TestCase(PhoneNumber, "code=1", 47001)]
    [TestCase(PhoneNumber, "{", 47001)]
    [TestCase(PhoneNumber, "", 44002)]
    [TestCase("/wxa/business/checkencryptedmsg", "encrypted_msg_hash=1", 47001)]
    [TestCase("/wxa/business/checkencryptedmsg", "", 44002)]
    [TestCase("/wxa/getpluginopenpid", "code=1", 1022)]
    [TestCase("/wxa/getpluginopenpid", "", 44002)]
    public async Task Post_BodyThatIsNoJson_IsRefused(string path, string body, int errcode) =>
        Assert.That((await PostAsync(WithToken(path), body)).ErrCode(), Is.EqualTo(errcode));

    [TestCase(PhoneNumber)]
    [TestCase("/wxa/getpluginopenpid")]
    [TestCase("/wxa/business/checkencryptedmsg")]
    public async Task Get_OfAnApiThatIsPosted_IsRefused(string path) =>
        Assert.That((await GetAsync(WithToken(path))).ErrCode(), Is.EqualTo(43002));

    [TestCase("/wxa/checksession")]
    [TestCase("/wxa/resetusersessionkey")]
    [TestCase("/wxa/getpaidunionid")]
    public async Task Post_OfAnApiThatIsRead_IsRefused(string path) =>
        Assert.That((await PostAsync(WithToken(path), "{}")).ErrCode(), Is.EqualTo(43001));
}
