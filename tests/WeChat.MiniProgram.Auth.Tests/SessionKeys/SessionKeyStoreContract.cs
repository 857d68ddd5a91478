
namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>What every store must do. A fixture of a store derives from it and makes an app that uses the store.</summary>
public abstract class SessionKeyStoreContract
{
    private protected static readonly SessionKeyOwner User = new(TestApp.AppId, "oUser");
    private protected static readonly SessionKey A = new("a");
    private protected static readonly SessionKey B = new("b");
    private protected static readonly SessionKey C = new("c");

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private TestApp app = null!;

    private protected ISessionKeyStore Store => app.SessionKeys;

    [SetUp]
    public void CreateStore() => app = CreateApp(options => options.SessionKeyLifetime = Lifetime);

    [TearDown]
    public void DisposeStore() => app.Dispose();

    [Test]
    public async Task GetAsync_UnknownUser_IsEmpty() => Assert.That(await Store.GetAsync(User), Is.Empty);

    [Test]
    public async Task GetAsync_SeveralKeys_GivesTheNewestTwoNewestFirst()
    {
        await Store.AddAsync(User, A);
        Assert.That(await Store.GetAsync(User), Is.EqualTo(new[] { A }));

        await Store.AddAsync(User, B);
        Assert.That(await Store.GetAsync(User), Is.EqualTo(new[] { B, A }));

        await Store.AddAsync(User, C);
        var keys = await Store.GetAsync(User);
        Assert.That(keys, Is.EqualTo(new[] { C, B }));
        Assert.That((keys[0], keys[1]), Is.EqualTo((C, B)));
        Assert.That(() => keys[2], Throws.InstanceOf<ArgumentOutOfRangeException>().Or.InstanceOf<IndexOutOfRangeException>());
    }

    [Test]
    public async Task AddAsync_OldKeyAgain_MakesItTheNewest()
    {
        await AddAllAsync(A, B, A);

        Assert.That(await Store.GetAsync(User), Is.EqualTo(new[] { A, B }));
    }

    [Test]
    public async Task AddAsync_NewestKeyAgain_KeepsTheOneBefore()
    {
        await AddAllAsync(A, B, B, B);

        Assert.That(await Store.GetAsync(User), Is.EqualTo(new[] { B, A }));
    }

    [Test]
    public async Task AddAsync_OnlyKeyAgain_IsStillOneKey()
    {
        await AddAllAsync(A, A);

        Assert.That(await Store.GetAsync(User), Is.EqualTo(new[] { A }));
    }

    [Test]
    public async Task GetAsync_LongKeys_AreTheSameTexts()
    {
        var (older, newer) = (new SessionKey(new string('a', 100_000)), new SessionKey(new string('b', 100_000)));
        await AddAllAsync(older, newer);

        Assert.That(await Store.GetAsync(User), Is.EqualTo(new[] { newer, older }));
    }

    [TestCase("any text, 微信😀\n")]
    [TestCase("tiihtNczf5v6AKRyjwEUhQ==")]
    public async Task GetAsync_KeyOfAnyText_IsTheSameText(string text)
    {
        await Store.AddAsync(User, new(text));

        Assert.That((await Store.GetAsync(User))[0].Reveal(), Is.EqualTo(text));
    }

    [Test]
    public async Task GetAsync_LifetimeOver_IsEmptyHoweverOftenItWasRead()
    {
        await Store.AddAsync(User, A);
        app.Time.Advance(Lifetime - TimeSpan.FromSeconds(1));
        Assert.That(await Store.GetAsync(User), Is.EqualTo(new[] { A }));

        app.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await Store.GetAsync(User), Is.Empty);
    }

    [Test]
    public async Task AddAsync_NewestKeyAgain_RenewsItsLifetime()
    {
        await Store.AddAsync(User, A);
        app.Time.Advance(Lifetime / 2);
        await Store.AddAsync(User, A);
        app.Time.Advance(Lifetime * 0.75);

        Assert.That(await Store.GetAsync(User), Is.EqualTo(new[] { A }));
    }

    [Test]
    public async Task GetAsync_OlderKeysLifetimeOver_GivesTheNewestOnly()
    {
        await Store.AddAsync(User, A);
        app.Time.Advance(Lifetime / 2);
        await AddAllAsync(B, B);
        app.Time.Advance((Lifetime / 2) - TimeSpan.FromSeconds(1));
        Assert.That(await Store.GetAsync(User), Is.EqualTo(new[] { B, A }));

        app.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await Store.GetAsync(User), Is.EqualTo(new[] { B }));

        app.Time.Advance(Lifetime / 2);
        Assert.That(await Store.GetAsync(User), Is.Empty);
    }

    [Test]
    public async Task AddAsync_AfterTheKeysExpired_StartsAfresh()
    {
        await AddAllAsync(A, B);
        app.Time.Advance(Lifetime);
        await Store.AddAsync(User, C);

        Assert.That(await Store.GetAsync(User), Is.EqualTo(new[] { C }));
    }

    [Test]
    public async Task RemoveAsync_User_ForgetsBothKeys()
    {
        await AddAllAsync(A, B);
        await Store.RemoveAsync(User);
        Assert.That(await Store.GetAsync(User), Is.Empty);

        await Store.AddAsync(User, C);
        Assert.That(await Store.GetAsync(User), Is.EqualTo(new[] { C }));
    }

    [Test]
    public async Task RemoveAsync_UnknownUser_IsNoError()
    {
        await Store.RemoveAsync(User);

        Assert.That(await Store.GetAsync(User), Is.Empty);
    }

    [TestCase("wx0000000000000002", "oUser", Description = "another app")]
    [TestCase(TestApp.AppId, "OUSER", Description = "another user, by case alone")]
    [TestCase(TestApp.AppId + "o", "User", Description = "the same characters, divided otherwise")]
    [TestCase(TestApp.AppId, "oUser:1")]
    public async Task AddAsync_TwoOwners_AreApart(string appId, string openId)
    {
        var other = new SessionKeyOwner(appId, openId);
        await Store.AddAsync(User, A);
        await Store.AddAsync(other, B);
        Assert.That(await Store.GetAsync(User), Is.EqualTo(new[] { A }));
        Assert.That(await Store.GetAsync(other), Is.EqualTo(new[] { B }));

        await Store.RemoveAsync(User);
        Assert.That(await Store.GetAsync(other), Is.EqualTo(new[] { B }));
    }

    [Test]
    public async Task AnyCall_CancelledToken_IsCancelledAndChangesNothing()
    {
        await Store.AddAsync(User, A);
        var cancelled = new CancellationToken(canceled: true);

        Assert.That(async () => await Store.AddAsync(User, B, cancelled), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(async () => await Store.RemoveAsync(User, cancelled), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(async () => await Store.GetAsync(User, cancelled), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await Store.GetAsync(User), Is.EqualTo(new[] { A }));
    }

    [Test]
    public void AddAsync_NoKey_IsTheCallersMistake() =>
        Assert.That(async () => await Store.AddAsync(User, null!), Throws.ArgumentNullException);

    private protected abstract TestApp CreateApp(Action<WeChatMiniProgramOptions> configure);

    private async Task AddAllAsync(params SessionKey[] keys)
    {
        foreach (var key in keys)
            await Store.AddAsync(User, key);
    }
}
