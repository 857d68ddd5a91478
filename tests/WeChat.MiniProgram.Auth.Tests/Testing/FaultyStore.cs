namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>A session_key store in which every operation goes wrong in the same way.</summary>
internal sealed class FaultyStore(Func<CancellationToken, Task> fault) : ISessionKeyStore
{
    public ValueTask AddAsync(SessionKeyOwner owner, SessionKey sessionKey, CancellationToken cancellationToken = default) =>
        new(fault(cancellationToken));

    public async ValueTask<IReadOnlyList<SessionKey>> GetAsync(SessionKeyOwner owner, CancellationToken cancellationToken = default)
    {
        await fault(cancellationToken);
        return [];
    }

    public ValueTask RemoveAsync(SessionKeyOwner owner, CancellationToken cancellationToken = default) => new(fault(cancellationToken));
}
