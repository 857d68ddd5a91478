
namespace WeChat.MiniProgram.Auth.Tests;

public sealed class InMemorySessionKeyStoreTests : SessionKeyStoreContract
{
    private const int Threads = 8;
    private const int AddsEach = 200;

    [Test]
    public async Task AddAsync_ManyAtOnceForOneUser_KeepsTheLastTwo()
    {
        // One thread's keys come in order, so the user's newest key must be the newest of some thread.
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(async () =>
        {
            for (var i = 0; i < AddsEach; i++)
                await Store.AddAsync(User, new($"{thread}/{i}"));
        })));
        var keys = await Store.GetAsync(User);

        Assert.That(keys, Has.Count.EqualTo(2).And.Unique);
        Assert.That(keys[0].Reveal(), Does.EndWith($"/{AddsEach - 1}"));

        await Store.AddAsync(User, A);
        Assert.That(await Store.GetAsync(User), Is.EqualTo(new[] { A, keys[0] }));
    }

    [TestCase("")]
    [TestCase(null)]
    public void AnyCall_OwnerWithoutOpenId_IsTheCallersMistake(string? openId)
    {
        var owner = User with { OpenId = openId! };

        Assert.That(async () => await Store.AddAsync(owner, A), Throws.InstanceOf<ArgumentException>());
        Assert.That(async () => await Store.GetAsync(owner), Throws.InstanceOf<ArgumentException>());
        Assert.That(async () => await Store.RemoveAsync(owner), Throws.InstanceOf<ArgumentException>());
    }

    [Test]
    public async Task AddAsync_TwoKeysAtOnce_LosesNeither()
    {
        for (var round = 0; round < 500; round++)
        {
            var owner = User with { OpenId = $"oUser{round}" };
            using var start = new Barrier(2);
            await Task.WhenAll(
                Task.Run(async () => { start.SignalAndWait(); await Store.AddAsync(owner, A); }),
                Task.Run(async () => { start.SignalAndWait(); await Store.AddAsync(owner, B); }));

            Assert.That(await Store.GetAsync(owner), Is.EquivalentTo(new[] { A, B }));
        }
    }

    private protected override TestApp CreateApp(Action<WeChatMiniProgramOptions> configure) => new(configure);
}
