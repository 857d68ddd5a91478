using Microsoft.Extensions.DependencyInjection;
using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class SessionKeyResetTests
{
    private const string ResetPath = "/wxa/resetusersessionkey";

    private static readonly SessionKeyOwner Owner = new(TestApp.AppId, Answers.OpenId);

    [Test]
    public async Task ResetSessionKeyAsync_Success_LeavesTheNewKeyAlone()
    {
        using var weChat = new WeChatByPath().On(ResetPath, UserApi.Of("ResetUserSessionKey").Success);
        using var app = await TestApp.WithUserAsync(weChat);
        await app.SessionKeys.AddAsync(Owner, new("a newer key of theirs"));

        await app.Users.ResetSessionKeyAsync(Answers.OpenId);

        Assert.That(await app.SessionKeys.GetAsync(Owner), Is.EqualTo(new SessionKey[] { new(UserApi.NewSessionKey) }));
    }

    [Test]
    public async Task ResetSessionKeyAsync_OverRealHttp_OpensNewDataAndNoOld()
    {
        await using var server = await SandboxServer.StartAsync();
        using var app = TestApp.At(server);
        await app.Login.LoginAsync(server.Sandbox.Login("o1"));
        var old = server.Sandbox.Phone("o1");

        await app.Users.ResetSessionKeyAsync("o1");

        var recent = server.Sandbox.Phone("o1");
        await app.Login.DecryptAsync<UserPhoneNumber>("o1", new(recent.EncryptedData, recent.Iv));
        await Failure.OfAsync<UserDataException>(app.Login.DecryptAsync<UserPhoneNumber>("o1", new(old.EncryptedData, old.Iv)));
        Assert.That(await app.Users.CheckSessionKeyAsync("o1"), Is.True);
    }

    [Test]
    public async Task ResetSessionKeyAsync_NoStoredKey_IsToldAndAsksNothing()
    {
        using var weChat = new WeChatByPath();
        using var app = TestApp.Over(weChat);

        await Failure.OfAsync<SessionKeyNotFoundException>(app.Users.ResetSessionKeyAsync(Answers.OpenId));
        await Failure.OfAsync<SessionKeyNotFoundException>(app.Users.GetEncryptKeysAsync(Answers.OpenId));
        Assert.That(weChat.To(WeChatByPath.TokenPath), Is.Empty);
    }

    [TestCase("""{"errcode":87009,"errmsg":"invalid signature"}""")]
    [TestCase("""{"errcode":0,"errmsg":"ok"}""")]
    [TestCase("""{"errcode":0,"errmsg":"ok","session_key":""}""")]
    public async Task ResetSessionKeyAsync_NoNewKey_LeavesTheOldOne(string body)
    {
        using var weChat = new WeChatByPath().On(ResetPath, body);
        using var app = await TestApp.WithUserAsync(weChat);

        var exception = await Failure.OfAsync<Exception>(app.Users.ResetSessionKeyAsync(Answers.OpenId));

        Assert.That(exception, Is.InstanceOf<WeChatApiException>().Or.InstanceOf<WeChatUnavailableException>());
        Assert.That(await app.SessionKeys.GetAsync(Owner), Is.EqualTo(new SessionKey[] { new(Answers.SessionKey) }));
    }

    [Test]
    public async Task ResetSessionKeyAsync_StoreFailsAfterWeChatsAnswer_IsAStoreException()
    {
        var store = new OneKeyStore { OnAdd = () => throw new IOException("read-only") };
        using var weChat = new WeChatByPath().On(ResetPath, UserApi.Of("ResetUserSessionKey").Success);
        using var app = TestApp.Over(weChat, services: services => services.AddSingleton<ISessionKeyStore>(store));

        var exception = await Failure.OfAsync<SessionKeyStoreException>(app.Users.ResetSessionKeyAsync(Answers.OpenId));

        Assert.That(exception.InnerException, Is.InstanceOf<IOException>());
        Assert.That(exception.Message, Is.EqualTo("The session_key store could not be written."));
        Assert.That(weChat.To(ResetPath), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task ResetSessionKeyAsync_CancelledAfterWeChatsAnswer_StoresTheNewKeyAllTheSame()
    {
        using var source = new CancellationTokenSource();
        var store = new OneKeyStore { OnRemove = source.Cancel };
        using var weChat = new WeChatByPath().On(ResetPath, UserApi.Of("ResetUserSessionKey").Success);
        using var app = TestApp.Over(weChat, services: services => services.AddSingleton<ISessionKeyStore>(store));

        await app.Users.ResetSessionKeyAsync(Answers.OpenId, source.Token);

        Assert.That(source.IsCancellationRequested, Is.True);
        Assert.That(store.Added, Is.EqualTo(new SessionKey[] { new(UserApi.NewSessionKey) }));
    }

    [Test]
    public async Task ResetSessionKeyAsync_OldKeyCannotBeRemoved_StoresTheNewOneAndTells()
    {
        var store = new OneKeyStore { OnRemove = () => throw new IOException("add only") };
        using var weChat = new WeChatByPath().On(ResetPath, UserApi.Of("ResetUserSessionKey").Success);
        using var app = TestApp.Over(weChat, services: services => services.AddSingleton<ISessionKeyStore>(store));

        await Failure.OfAsync<SessionKeyStoreException>(app.Users.ResetSessionKeyAsync(Answers.OpenId));

        Assert.That(store.Added, Is.EqualTo(new SessionKey[] { new(UserApi.NewSessionKey) }));
    }

    /// <summary>Has one key, whatever is done to it.</summary>
    private sealed class OneKeyStore : ISessionKeyStore
    {
        public Action OnAdd { get; init; } = static () => { };

        public Action OnRemove { get; init; } = static () => { };

        public List<SessionKey> Added { get; } = [];

        public ValueTask AddAsync(SessionKeyOwner owner, SessionKey sessionKey, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            OnAdd();
            Added.Add(sessionKey);
            return default;
        }

        public ValueTask<IReadOnlyList<SessionKey>> GetAsync(SessionKeyOwner owner, CancellationToken cancellationToken = default) =>
            new([new(Answers.SessionKey)]);

        public ValueTask RemoveAsync(SessionKeyOwner owner, CancellationToken cancellationToken = default)
        {
            OnRemove();
            return default;
        }
    }
}
