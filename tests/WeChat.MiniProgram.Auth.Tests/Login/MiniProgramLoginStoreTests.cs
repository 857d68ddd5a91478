using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The facade over a store that is empty, fails, hangs or is told to stop.</summary>
public sealed class MiniProgramLoginStoreTests
{
    private const string OpenId = "oUserOfTheStore";

    private static readonly EncryptedUserData Phone = new(Vectors.Synthetic.PhoneData, Vectors.Synthetic.Iv);

    private static IEnumerable<TestCaseData<Func<IMiniProgramLogin, string, CancellationToken, Task>>> Reads =>
    [
        Row((login, openId, token) => login.DecryptAsync<UserPhoneNumber>(openId, Phone, token)),
        Row((login, openId, token) => login.DecryptAsync(openId, Phone, HostJsonContext.Default.UserPhoneNumber, token)),
        Row((login, openId, token) => login.VerifySignatureAsync(openId, "{}", "", token)),
    ];

    private static IEnumerable<TestCaseData<Func<IMiniProgramLogin, string, CancellationToken, Task>>> Calls =>
    [
        .. Reads,
        Row((login, openId, token) => login.LogoutAsync(openId, token)),
    ];

    [TestCaseSource(nameof(Calls))]
    public void AnyCall_NoOpenId_IsTheCallersMistake(Func<IMiniProgramLogin, string, CancellationToken, Task> call)
    {
        using var app = new TestApp();

        Assert.That(() => call(app.Login, "", default), Throws.TypeOf<ArgumentException>());
        Assert.That(() => call(app.Login, null!, default), Throws.ArgumentNullException);
    }

    [Test]
    public void DecryptAsync_NoDataOrTypeInfo_IsTheCallersMistake()
    {
        using var app = new TestApp();

        Assert.That(() => app.Login.DecryptAsync<UserPhoneNumber>(OpenId, null!), Throws.ArgumentNullException);
        Assert.That(() => app.Login.DecryptAsync<UserPhoneNumber>(OpenId, Phone, null!, default), Throws.ArgumentNullException);
    }

    [TestCaseSource(nameof(Reads))]
    public void AnyRead_UnknownUser_HasNoKeyAndNamesNobody(Func<IMiniProgramLogin, string, CancellationToken, Task> call)
    {
        using var app = new TestApp();

        Assert.That(
            () => call(app.Login, OpenId, default),
            Throws.TypeOf<SessionKeyNotFoundException>().With.Message.Contains("wx.login").And.Message.Not.Contain(OpenId));
    }

    [TestCaseSource(nameof(Reads))]
    public void AnyRead_StoreThatAnswersNull_HasNoKey(Func<IMiniProgramLogin, string, CancellationToken, Task> call)
    {
        using var app = AppWith(new StoreOf(_ => Task.CompletedTask) { Keys = null });

        Assert.That(() => call(app.Login, OpenId, default), Throws.TypeOf<SessionKeyNotFoundException>());
    }

    [Test]
    public void LogoutAsync_UnknownUser_IsNoError()
    {
        using var app = new TestApp();

        Assert.That(() => app.Login.LogoutAsync(OpenId), Throws.Nothing);
    }

    [TestCaseSource(nameof(Calls))]
    public async Task AnyCall_StoreFails_TellsTheCause(Func<IMiniProgramLogin, string, CancellationToken, Task> call)
    {
        var cause = new IOException("no route to the cache");
        using var app = AppWith(new StoreOf(_ => throw cause));

        var exception = await Assert.ThrowsAsync<SessionKeyStoreException>(() => call(app.Login, OpenId, default));

        Assert.That(exception!.InnerException, Is.SameAs(cause));
        IsTheStoresFailure<IOException>(exception);
    }

    [Test]
    public async Task AnyCall_StoreFails_SaysWhetherItWasReadOrWritten()
    {
        using var app = AppWith(new StoreOf(_ => throw new IOException("down")));

        var read = await Failure.OfAsync<SessionKeyStoreException>(app.Login.VerifySignatureAsync(OpenId, "{}", ""));
        var written = await Failure.OfAsync<SessionKeyStoreException>(app.Login.LogoutAsync(OpenId));

        Assert.That(read.Message, Is.EqualTo("The session_key store could not be read."));
        Assert.That(written.Message, Is.EqualTo("The session_key store could not be written."));
    }

    [TestCaseSource(nameof(Calls))]
    public async Task AnyCall_StoreCancelsByItself_IsAFailureOfTheStore(Func<IMiniProgramLogin, string, CancellationToken, Task> call)
    {
        using var app = AppWith(new StoreOf(_ => Task.FromCanceled(new(canceled: true))));

        IsTheStoresFailure<OperationCanceledException>(
            await Assert.ThrowsAsync<SessionKeyStoreException>(() => call(app.Login, OpenId, default)));
    }

    [TestCaseSource(nameof(Calls))]
    public async Task AnyCall_StoreHangs_IsCutOffInTime(Func<IMiniProgramLogin, string, CancellationToken, Task> call)
    {
        var store = new StoreOf(_ => new TaskCompletionSource().Task);
        using var app = AppWith(store);
        var pending = call(app.Login, OpenId, default);

        app.Time.Advance(TimeSpan.FromMilliseconds(1_999));
        Assert.That(pending.IsCompleted, Is.False);
        Assert.That(store.LastToken.IsCancellationRequested, Is.False);

        app.Time.Advance(TimeSpan.FromMilliseconds(1));
        IsTheStoresFailure<TimeoutException>(await Assert.ThrowsAsync<SessionKeyStoreException>(() => EndOf(pending)));
        Assert.That(store.LastToken.IsCancellationRequested, Is.True);
    }

    [TestCaseSource(nameof(Calls))]
    public void AnyCall_CancelledWhileTheStoreHangs_IsCancelled(Func<IMiniProgramLogin, string, CancellationToken, Task> call)
    {
        using var cancellation = new CancellationTokenSource();
        using var app = AppWith(new StoreOf(_ => new TaskCompletionSource().Task));
        var pending = call(app.Login, OpenId, cancellation.Token);
        Assert.That(pending.IsCompleted, Is.False);

        cancellation.Cancel();
        Assert.That(() => EndOf(pending), Throws.InstanceOf<OperationCanceledException>());
    }

    [TestCaseSource(nameof(Calls))]
    public void AnyCall_StoreAnswersACancellationWithItsOwnException_IsCancelled(
        Func<IMiniProgramLogin, string, CancellationToken, Task> call)
    {
        using var cancellation = new CancellationTokenSource();
        using var app = AppWith(new StoreOf(async token =>
        {
            var stopped = new TaskCompletionSource();
            using var registration = token.Register(() => stopped.SetException(new IOException("connection closed")));
            await stopped.Task;
        }));
        var pending = call(app.Login, OpenId, cancellation.Token);

        cancellation.Cancel();
        Assert.That(() => EndOf(pending), Throws.InstanceOf<OperationCanceledException>());
    }

    [TestCaseSource(nameof(Calls))]
    public void AnyCall_CancelledBefore_IsCancelled(Func<IMiniProgramLogin, string, CancellationToken, Task> call)
    {
        using var app = new TestApp();

        Assert.That(() => call(app.Login, OpenId, new(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
    }

    private static TestApp AppWith(ISessionKeyStore store) => new(
        options => options.SessionKeyStoreTimeout = TimeSpan.FromSeconds(2),
        services: services => services.AddSingleton(store));

    private static void IsTheStoresFailure<TCause>(SessionKeyStoreException? exception)
        where TCause : Exception
    {
        Assert.That(exception!.InnerException, Is.InstanceOf<TCause>());
        Assert.That(exception.ToString(), Does.Not.Contain(OpenId));
    }

    // Real time, so that a call which nothing ends is a failure and no hang.
    private static Task EndOf(Task pending) => pending.WaitAsync(TimeSpan.FromSeconds(10));

    private static TestCaseData<Func<IMiniProgramLogin, string, CancellationToken, Task>> Row(
        Func<IMiniProgramLogin, string, CancellationToken, Task> call, [CallerArgumentExpression(nameof(call))] string text = "") =>
        new TestCaseData<Func<IMiniProgramLogin, string, CancellationToken, Task>>(call).SetArgDisplayNames(text.Split('>', 2)[1].Trim());
}
