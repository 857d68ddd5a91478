using System.Collections.ObjectModel;

namespace WeChat.MiniProgram.Auth;

/// <summary>A user's newest session_key and the one before, and when each expires. Immutable.</summary>
internal sealed class StoredKeys
{
    private readonly ReadOnlyCollection<SessionKey> newestFirst;
    private readonly DateTimeOffset newestExpiresAt;
    private readonly DateTimeOffset previousExpiresAt;

    private StoredKeys(ReadOnlyCollection<SessionKey> newestFirst, DateTimeOffset newestExpiresAt, DateTimeOffset previousExpiresAt)
    {
        this.newestFirst = newestFirst;
        this.newestExpiresAt = newestExpiresAt;
        this.previousExpiresAt = previousExpiresAt;
    }

    public static StoredKeys Of(SessionKey sessionKey, DateTimeOffset expiresAt) => new(new([sessionKey]), expiresAt, default);

    public StoredKeys With(SessionKey sessionKey, DateTimeOffset expiresAt) => sessionKey.Equals(newestFirst[0])
        ? new(newestFirst, expiresAt, previousExpiresAt)
        : new(new([sessionKey, newestFirst[0]]), expiresAt, newestExpiresAt);

    /// <summary>The cache drops the entry when its newest key expires; the one before may have expired sooner.</summary>
    public IReadOnlyList<SessionKey> ValidAt(DateTimeOffset now)
    {
        if (now >= newestExpiresAt)
        {
            return [];
        }

        return newestFirst.Count == 1 || now < previousExpiresAt ? newestFirst : [newestFirst[0]];
    }
}
