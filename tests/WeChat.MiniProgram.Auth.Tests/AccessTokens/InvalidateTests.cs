using static WeChat.MiniProgram.Auth.Tests.Testing.WeChatByPath;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>A refused token goes; one that somebody else got meanwhile stays.</summary>
public sealed class InvalidateTests
{
    private WeChatByPath weChat = null!;
    private TestApp app = null!;

    [SetUp]
    public void Start()
    {
        weChat = new WeChatByPath();
        app = TestApp.Over(weChat);
    }

    [TearDown]
    public void Stop()
    {
        app.Dispose();
        weChat.Dispose();
    }

    [Test]
    public async Task Invalidate_TheCurrentToken_MakesTheNextCallAskAgain()
    {
        app.AccessTokens.Invalidate(await app.AccessTokens.GetAccessTokenAsync());

        Assert.That(await app.AccessTokens.GetAccessTokenAsync(), Is.EqualTo(TokenText(2)));
        Assert.That(weChat.To(TokenPath), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Invalidate_AnOlderToken_LeavesTheNewerOne()
    {
        app.AccessTokens.Invalidate(await app.AccessTokens.GetAccessTokenAsync());
        await app.AccessTokens.GetAccessTokenAsync();

        app.AccessTokens.Invalidate(TokenText(1));

        Assert.That(await app.AccessTokens.GetAccessTokenAsync(), Is.EqualTo(TokenText(2)));
        Assert.That(weChat.To(TokenPath), Has.Count.EqualTo(2));
    }

    [TestCase("")]
    [TestCase("never given")]
    public async Task Invalidate_AnotherText_ChangesNothing(string text)
    {
        app.AccessTokens.Invalidate(text);
        var token = await app.AccessTokens.GetAccessTokenAsync();

        app.AccessTokens.Invalidate(text);

        Assert.That(await app.AccessTokens.GetAccessTokenAsync(), Is.EqualTo(token));
    }

    [Test]
    public async Task Invalidate_ByAHundredWhoWereRefused_MakesOneCall()
    {
        var refused = await app.AccessTokens.GetAccessTokenAsync();

        var renewed = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(async () =>
        {
            app.AccessTokens.Invalidate(refused);
            return await app.AccessTokens.GetAccessTokenAsync();
        })));

        Assert.That(renewed, Has.All.EqualTo(TokenText(2)));
        Assert.That(weChat.To(TokenPath), Has.Count.EqualTo(2));
    }

    [Test]
    public void Invalidate_Null_Throws() => Assert.That(() => app.AccessTokens.Invalidate(null!), Throws.ArgumentNullException);
}
