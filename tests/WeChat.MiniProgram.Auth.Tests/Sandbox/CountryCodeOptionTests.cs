using System.Text.Json;
using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

[TestFixture(true, JsonValueKind.Number)]
[TestFixture(false, JsonValueKind.String)]
public sealed class CountryCodeOptionTests(bool isNumber, JsonValueKind kind) : SandboxFixture
{
    [Test]
    public async Task CountryCodeIsNumber_Set_HoldsForEveryAnswer()
    {
        for (var i = 0; i < 2; i++)
        {
            var answer = await PostAsync(WithToken("/wxa/business/getuserphonenumber"), $$"""{"code":"{{WeChat.PhoneCode(OpenId)}}"}""");
            Assert.That(answer.GetProperty("phone_info").GetProperty("countryCode").ValueKind, Is.EqualTo(kind));
        }
    }

    protected override void Configure(SandboxOptions options) => options.CountryCodeIsNumber = isNumber;
}
