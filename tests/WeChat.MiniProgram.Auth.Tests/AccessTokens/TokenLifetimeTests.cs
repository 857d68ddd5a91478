using Microsoft.Extensions.DependencyInjection;
using static WeChat.MiniProgram.Auth.Tests.Testing.WeChatByPath;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>How long a token is used, whatever WeChat or a clock says.</summary>
public sealed class TokenLifetimeTests
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(7200);

    private WeChatByPath weChat = null!;
    private TestApp app = null!;
    private SetClock clock = null!;

    [SetUp]
    public void Start()
    {
        weChat = new WeChatByPath();
        app = TestApp.Over(weChat, services: services => services.AddSingleton<TimeProvider>(_ => clock = new SetClock(app.Time)));
    }

    [TearDown]
    public void Stop()
    {
        app.Dispose();
        weChat.Dispose();
    }

    [TestCase("3", 3)]
    [TestCase("\"1500\"", 1500)]
    [TestCase("7200", 7200)]
    public async Task GetAccessTokenAsync_UntilItsSecondsAreOver_IsTheSameToken(string expiresIn, int seconds)
    {
        weChat.On(TokenPath, Answers.Token("one", expiresIn), Answers.Token("two"));
        await AssertIsTokenAsync("one");

        app.Time.Advance(TimeSpan.FromSeconds(seconds - 1));
        await AssertIsTokenAsync("one");
        app.Time.Advance(TimeSpan.FromSeconds(1));
        await AssertIsTokenAsync("two");
    }

    [TestCase("3", 3)]
    [TestCase("\"1500\"", 1500)]
    [TestCase("7200", 7200)]
    public async Task GetAccessTokenAsync_WhenItsSecondsAreOver_IsAnother(string expiresIn, int seconds)
    {
        weChat.On(TokenPath, Answers.Token("one", expiresIn), Answers.Token("two"));
        await AssertIsTokenAsync("one");

        app.Time.Advance(TimeSpan.FromSeconds(seconds));
        await AssertIsTokenAsync("two");
        Assert.That(weChat.To(TokenPath), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task GetAccessTokenAsync_OfASlowAnswer_LivesFromTheQuestionOn()
    {
        weChat.On(TokenPath, (_, _) =>
        {
            app.Time.Advance(TimeSpan.FromSeconds(2));
            return Task.FromResult(Answers.Text(Answers.Token($"at {weChat.To(TokenPath).Count}", "1000")));
        });
        await AssertIsTokenAsync("at 1");

        app.Time.Advance(TimeSpan.FromSeconds(998));
        await AssertIsTokenAsync("at 2");
    }

    [TestCase("{}")]
    [TestCase("""{"expires_in":7200}""")]
    [TestCase("""{"access_token":null,"expires_in":7200}""")]
    [TestCase("""{"access_token":"","expires_in":7200}""")]
    [TestCase("""{"access_token":"t"}""")]
    [TestCase("""{"access_token":"t","expires_in":0}""")]
    [TestCase("""{"access_token":"t","expires_in":-1}""")]
    [TestCase("""{"access_token":"t","expires_in":"soon"}""")]
    public async Task GetAccessTokenAsync_AnswerWithoutAUsableToken_IsUnavailableAndForgotten(string body)
    {
        weChat.On(TokenPath, body, Answers.Token("two"));

        await Failure.OfAsync<WeChatUnavailableException>(app.AccessTokens.GetAccessTokenAsync().AsTask());
        await AssertIsTokenAsync("two");
    }

    [Test]
    public async Task GetAccessTokenAsync_ClockSetForward_AsksAnewAtOnce()
    {
        await AssertIsTokenAsync(TokenText(1));

        clock.Offset = Life;
        await AssertIsTokenAsync(TokenText(2));
    }

    [Test]
    public async Task GetAccessTokenAsync_ClockSetBack_LivesNoLonger()
    {
        await AssertIsTokenAsync(TokenText(1));

        clock.Offset = -TimeSpan.FromDays(1);
        await AssertIsTokenAsync(TokenText(1));
        app.Time.Advance(Life);
        await AssertIsTokenAsync(TokenText(2));
        Assert.That(weChat.To(TokenPath), Has.Count.EqualTo(2));
    }

    private async Task AssertIsTokenAsync(string expected) => Assert.That(await app.AccessTokens.GetAccessTokenAsync(), Is.EqualTo(expected));
}
