namespace WeChat.MiniProgram.Auth;

/// <summary>Any store, waited for no longer than the host allows, its failures told in one way.</summary>
internal sealed class BoundedSessionKeyStore(
    ISessionKeyStore store, AppOptions options, TimeProvider timeProvider, WeChatTelemetry telemetry)
{
    public Task AddAsync(SessionKeyOwner owner, SessionKey sessionKey, CancellationToken cancellationToken) =>
        RunAsync(owner, "written", token => store.AddAsync(owner, sessionKey, token).AsTask(), cancellationToken);

    public async Task<IReadOnlyList<SessionKey>> GetAsync(SessionKeyOwner owner, CancellationToken cancellationToken)
    {
        IReadOnlyList<SessionKey> keys = [];
        await RunAsync(
            owner,
            "read",
            async token => keys = await store.GetAsync(owner, token).ConfigureAwait(false) ?? [],
            cancellationToken).ConfigureAwait(false);
        return keys;
    }

    public Task RemoveAsync(SessionKeyOwner owner, CancellationToken cancellationToken) =>
        RunAsync(owner, "written", token => store.RemoveAsync(owner, token).AsTask(), cancellationToken);

    private async Task RunAsync(
        SessionKeyOwner owner, string what, Func<CancellationToken, Task> operation, CancellationToken cancellationToken)
    {
        var abandoned = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task? running = null;
        try
        {
            // The wait ends in time even when the store ignores its token, or blocks: a database's driver may, or Data Protection when it
            // reads its keys anew. The store in memory does not.
            var timeout = options.Current.SessionKeyStoreTimeout;
            running = store is InMemorySessionKeyStore ? operation(abandoned.Token) : RunElsewhere(operation, abandoned.Token);
            await running.WaitAsync(timeout, timeProvider, cancellationToken).ConfigureAwait(false);
            abandoned.Dispose();
        }
#pragma warning disable CA1031 // Every engine has its own exceptions, for a cancelled token too.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            running?.ObserveFailure();
            abandoned.CancelUnwatched();
            cancellationToken.ThrowIfCancellationRequested();
            telemetry.StoreFailed(owner.AppId);
            throw new SessionKeyStoreException($"The session_key store could not be {what}.", exception);
        }
    }

    private static Task RunElsewhere(Func<CancellationToken, Task> operation, CancellationToken cancellationToken) =>
        Task.Run(() => operation(cancellationToken), CancellationToken.None);
}
