using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class LoginTests
{
    [Test]
    public async Task LoginAsync_GoodCode_GivesTheUserAndStoresTheKey()
    {
        using var handler = ScriptedHandler.OfBodies(Answers.Session);
        using var app = TestApp.Over(handler);

        var user = await app.Login.LoginAsync(Answers.Code);

        Assert.That(user, Is.EqualTo(new MiniProgramUser { AppId = TestApp.AppId, OpenId = Answers.OpenId, UnionId = Answers.UnionId }));
        var keys = await app.SessionKeys.GetAsync(new(TestApp.AppId, Answers.OpenId));
        Assert.That(keys.Single().Reveal(), Is.EqualTo(Answers.SessionKey));
        Assert.That(await app.SessionKeys.GetAsync(new("wxother", Answers.OpenId)), Is.Empty);
        Assert.That(handler.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task LoginAsync_Refused_StoresNothing()
    {
        using var handler = ScriptedHandler.OfBodies(Answers.Error(40029));
        using var app = TestApp.Over(handler);

        await Failure.OfAsync<WeChatApiException>(app.Login.LoginAsync(Answers.Code));

        Assert.That(await app.SessionKeys.GetAsync(new(TestApp.AppId, Answers.OpenId)), Is.Empty);
    }

    [Test]
    public async Task LoginAsync_ManyUsersAtOnce_GivesEachTheirOwnIdentityAndKey()
    {
        await using var server = await SandboxServer.StartAsync();
        using var app = TestApp.At(server);
        var openIds = Enumerable.Range(0, 100).Select(i => $"o-user-{i}").ToList();
        var codes = openIds.ConvertAll(openId => server.Sandbox.Login(openId, $"union of {openId}"));

        var users = await Task.WhenAll(codes.Select(code => app.Login.LoginAsync(code)));

        Assert.That(users.Select(user => user.OpenId), Is.EqualTo(openIds));
        Assert.That(users.Select(user => user.UnionId), Is.EqualTo(openIds.Select(openId => $"union of {openId}")));
        foreach (var openId in openIds)
        {
            var keys = await app.SessionKeys.GetAsync(new(server.Sandbox.AppId, openId));
            Assert.That(keys.Single().Reveal(), Is.EqualTo(server.Sandbox.SessionKey(openId)));
        }

        Assert.That(server.Sandbox.RequestCount, Is.EqualTo(100));
    }

    [Test]
    public async Task LoginAsync_OneCodeManyTimesAtOnce_SucceedsOnce()
    {
        await using var server = await SandboxServer.StartAsync();
        using var app = TestApp.At(server);
        var code = server.Sandbox.Login("o1");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            try
            {
                return (await app.Login.LoginAsync(code)).OpenId;
            }
            catch (WeChatApiException exception)
            {
                return exception.ErrorCode.ToString();
            }
        }));

        Assert.That(outcomes.Count(outcome => outcome == "o1"), Is.EqualTo(1));
        Assert.That(outcomes.Count(outcome => outcome == nameof(WeChatErrorCode.CodeUsed)), Is.EqualTo(9));
    }
}
