using System.Collections.ObjectModel;

namespace WeChat.MiniProgram.Auth;

/// <summary>A user's newest session_key and the one before, and when each expires. Immutable.</summary>
internal sealed class StoredKeys
{
    private readonly ReadOnlyCollection<SessionKey> newestFirst;

    public StoredKeys(SessionKey[] newestFirst, DateTimeOffset newestExpiresAt, DateTimeOffset previousExpiresAt = default)
        : this(new ReadOnlyCollection<SessionKey>(newestFirst), newestExpiresAt, previousExpiresAt)
    {
    }

    private StoredKeys(ReadOnlyCollection<SessionKey> newestFirst, DateTimeOffset newestExpiresAt, DateTimeOffset previousExpiresAt)
    {
        this.newestFirst = newestFirst;
        NewestExpiresAt = newestExpiresAt;
        PreviousExpiresAt = previousExpiresAt;
    }

    /// <summary>One or two keys.</summary>
    public IReadOnlyList<SessionKey> NewestFirst => newestFirst;

    public DateTimeOffset NewestExpiresAt { get; }

    public DateTimeOffset PreviousExpiresAt { get; }

    public StoredKeys With(SessionKey sessionKey, DateTimeOffset expiresAt) => sessionKey.Equals(newestFirst[0])
        ? new(newestFirst, expiresAt, PreviousExpiresAt)
        : new([sessionKey, newestFirst[0]], expiresAt, NewestExpiresAt);

    /// <summary>The cache drops the entry when its newest key expires; the one before may have expired sooner.</summary>
    public IReadOnlyList<SessionKey> ValidAt(DateTimeOffset now)
    {
        if (now >= NewestExpiresAt)
        {
            return [];
        }

        return newestFirst.Count == 1 || now < PreviousExpiresAt ? newestFirst : [newestFirst[0]];
    }
}
