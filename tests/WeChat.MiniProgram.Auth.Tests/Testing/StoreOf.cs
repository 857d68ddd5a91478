namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>A store whose every call does the one thing that the test says.</summary>
internal sealed class StoreOf(Func<CancellationToken, Task> call) : ISessionKeyStore
{
    public IReadOnlyList<SessionKey>? Keys { get; init; } = [];

    public CancellationToken LastToken { get; private set; }

    public async ValueTask AddAsync(SessionKeyOwner owner, SessionKey sessionKey, CancellationToken cancellationToken = default) =>
        await CallAsync(cancellationToken);

    public async ValueTask<IReadOnlyList<SessionKey>> GetAsync(SessionKeyOwner owner, CancellationToken cancellationToken = default)
    {
        await CallAsync(cancellationToken);
        return Keys!;
    }

    public async ValueTask RemoveAsync(SessionKeyOwner owner, CancellationToken cancellationToken = default) =>
        await CallAsync(cancellationToken);

    private Task CallAsync(CancellationToken cancellationToken)
    {
        LastToken = cancellationToken;
        return call(cancellationToken);
    }
}
