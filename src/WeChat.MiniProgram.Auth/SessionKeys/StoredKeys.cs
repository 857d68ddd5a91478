using System.Collections;

namespace WeChat.MiniProgram.Auth;

/// <summary>
/// A user's newest session_key and the one before, newest first, and when each expires. Immutable, and itself the list that a store
/// gives out: with a million users in memory, each object more is felt.
/// </summary>
internal sealed class StoredKeys(
    SessionKey newest, DateTimeOffset newestExpiresAt, SessionKey? previous = null, DateTimeOffset previousExpiresAt = default)
    : IReadOnlyList<SessionKey>
{
    /// <summary>One or two.</summary>
    public int Count => previous is null ? 1 : 2;

    public DateTimeOffset NewestExpiresAt => newestExpiresAt;

    public DateTimeOffset PreviousExpiresAt => previousExpiresAt;

    public SessionKey this[int index] => index switch
    {
        0 => newest,
        1 when previous is not null => previous,
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    public StoredKeys With(SessionKey sessionKey, DateTimeOffset expiresAt) => sessionKey.Equals(newest)
        ? new(newest, expiresAt, previous, previousExpiresAt)
        : new(sessionKey, expiresAt, newest, newestExpiresAt);

    /// <summary>The cache drops the entry when its newest key expires; the one before may have expired sooner.</summary>
    public IReadOnlyList<SessionKey> ValidAt(DateTimeOffset now)
    {
        if (now >= newestExpiresAt)
        {
            return [];
        }

        return previous is null || now < previousExpiresAt ? this : [newest];
    }

    public IEnumerator<SessionKey> GetEnumerator()
    {
        yield return newest;
        if (previous is not null)
        {
            yield return previous;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
