using System.Text.Json;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class GetPaidUnionIdTests : SandboxFixture
{
    [SetUp]
    public void Pay()
    {
        WeChat.Login("o-unbound");
        WeChat.Pay(OpenId, "t1", "m1", "n1");
        WeChat.Pay("o-unbound", "t2");
    }

    [TestCase("&transaction_id=t1")]
    [TestCase("&mch_id=m1&out_trade_no=n1")]
    public async Task GetPaidUnionId_PaidOrder_TellsTheUnionId(string order)
    {
        var answer = await CallAsync($"&openid={OpenId}{order}");

        Assert.That((answer.ErrCode(), answer.Text("unionid")), Is.EqualTo((0, "u1")));
    }

    [TestCase("&openid=o1", 40101)]
    [TestCase("&openid=o1&mch_id=m1", 40101)]
    [TestCase("&openid=o1&out_trade_no=n1", 40101)]
    [TestCase("&transaction_id=t1", 40003)]
    [TestCase("&openid=unknown&transaction_id=t1", 40003)]
    [TestCase("&openid=o-unbound&transaction_id=t2", 89002)]
    [TestCase("&openid=o1&transaction_id=t2", 89300)]
    [TestCase("&openid=o1&transaction_id=unknown", 89300)]
    [TestCase("&openid=o1&mch_id=m1&out_trade_no=unknown", 89300)]
    public async Task GetPaidUnionId_WrongQuery_IsRefused(string query, int errcode) =>
        Assert.That((await CallAsync(query)).ErrCode(), Is.EqualTo(errcode));

    [Test]
    public async Task GetPaidUnionId_FiveMinutesAfterThePayment_IsRefused()
    {
        Time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        Assert.That((await CallAsync("&openid=o1&transaction_id=t1")).ErrCode(), Is.Zero);

        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.That((await CallAsync("&openid=o1&transaction_id=t1")).ErrCode(), Is.EqualTo(89300));
    }

    [Test]
    public void Pay_HalfAMerchantsOrder_Throws() => Assert.Throws<ArgumentException>(() => WeChat.Pay(OpenId, "t3", mchId: "m1"));

    private Task<JsonElement> CallAsync(string query) => GetAsync(WithToken("/wxa/getpaidunionid") + query);
}
