using static WeChat.MiniProgram.Auth.Tests.Testing.ManyApps;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class UnknownAppTests
{
    [Test]
    public async Task GetAsync_UnknownApp_NamesItApartFromTheMessageAndAsksEachTime()
    {
        using var apps = new ManyApps();

        for (var i = 1; i <= 3; i++)
        {
            var exception = await Failure.OfAsync<MiniProgramNotFoundException>(apps.GetAsync("wx-made-up"));
            Assert.That(exception.AppId, Is.EqualTo("wx-made-up"));
            Assert.That(exception.Message, Does.Not.Contain("wx-made-up"));
            Assert.That(apps.Source.AskedFor("wx-made-up"), Is.EqualTo(i));
        }
    }

    [TestCase(A + " ")]
    [TestCase(" " + A)]
    [TestCase(A + "\t")]
    [TestCase(A + "\u007f")]
    [TestCase("ｗx000000000000000a", TestName = "a wide w")]
    [TestCase("wx3456789a123456789b123456789c123456789d123456789e123456789f12345", TestName = "65 characters")]
    public async Task GetAsync_TextThatIsNoAppId_IsUnknownAndTheSourceNotAsked(string appId)
    {
        using var apps = new ManyApps();
        apps.Source[appId] = new("secret-of-the-app-that-a-sloppy-database-finds");

        await Failure.OfAsync<MiniProgramNotFoundException>(apps.GetAsync(appId));

        Assert.That(apps.Source.AskedFor(appId), Is.Zero);
    }

    [TestCase("wx3456789a123456789b123456789c123456789d123456789e123456789f1234")]
    [TestCase("!~")]
    public async Task GetAsync_TextThatMayBeAnAppId_IsAskedFor(string appId)
    {
        using var apps = new ManyApps();
        apps.Source[appId] = new("secret-of-an-odd-app");

        Assert.That((await apps.GetAsync(appId)).AppId, Is.EqualTo(appId));
    }

    [Test]
    public async Task GetAsync_AppThatIsAddedLater_IsFoundAtOnce()
    {
        using var apps = new ManyApps();
        await Failure.OfAsync<MiniProgramNotFoundException>(apps.GetAsync("wx-later"));

        apps.Source["wx-later"] = new("secret-of-the-later-app");

        Assert.That((await apps.GetAsync("wx-later")).AppId, Is.EqualTo("wx-later"));
    }

    [Test]
    public async Task GetAsync_AppThatDisappears_IsUnknownOnceItsCredentialsAreOld()
    {
        using var apps = new ManyApps();
        await apps.GetAsync(A);
        apps.Source[A] = null;
        Assert.That((await apps.GetAsync(A)).AppId, Is.EqualTo(A));

        apps.Time.Advance(TimeSpan.FromMinutes(5));

        await Failure.OfAsync<MiniProgramNotFoundException>(apps.GetAsync(A));
        await Failure.OfAsync<MiniProgramNotFoundException>(apps.GetAsync(A));
        Assert.That(apps.Source.AskedFor(A), Is.EqualTo(3));
    }

    [Test]
    public async Task GetAsync_MadeUpAppIds_PushNobodyOut()
    {
        using var apps = new ManyApps(cache: cache => cache.Capacity = 2);
        var (a, b) = (await apps.GetAsync(A), await apps.GetAsync(B));

        for (var i = 0; i < 100; i++)
        {
            await Failure.OfAsync<MiniProgramNotFoundException>(apps.GetAsync($"wx-made-up-{i}"));
        }

        Assert.That(await apps.GetAsync(A), Is.SameAs(a));
        Assert.That(await apps.GetAsync(B), Is.SameAs(b));
    }

    [Test]
    public void GetAsync_NullOrEmpty_Throws()
    {
        using var apps = new ManyApps();

        Assert.That(() => apps.GetAsync(null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("appId"));
        Assert.That(() => apps.GetAsync(""), Throws.TypeOf<ArgumentException>().With.Property("ParamName").EqualTo("appId"));
        Assert.That(() => new MiniProgramCredentials(null!), Throws.ArgumentNullException);
        Assert.That(() => new MiniProgramCredentials(""), Throws.TypeOf<ArgumentException>());
    }
}
