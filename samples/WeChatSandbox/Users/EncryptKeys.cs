using System.Security.Cryptography;

namespace WeChatSandbox.Users;

/// <summary>The last three keys that one user's mini program encrypts with; a new one comes when the newest is an hour old.</summary>
internal sealed class EncryptKeys
{
    public const int Lifetime = 3600;

    private const int Kept = 3;

    private readonly object gate = new();
    private SandboxEncryptKey[] newestFirst = [];

    public IReadOnlyList<SandboxEncryptKey> NewestFirst(DateTimeOffset now)
    {
        lock (gate)
            return newestFirst is [var newest, ..] && SecondsLeft(newest, now) > 0 ? newestFirst : Add(now);
    }

    public void Rotate(DateTimeOffset now)
    {
        lock (gate)
            Add(now);
    }

    public static int SecondsLeft(SandboxEncryptKey key, DateTimeOffset now) =>
        (int)Math.Max(0, key.CreateTime + Lifetime - now.ToUnixTimeSeconds());

    private SandboxEncryptKey[] Add(DateTimeOffset now)
    {
        var version = newestFirst is [var newest, ..] ? newest.Version + 1 : 1;
        var key = new SandboxEncryptKey(
            Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)),
            RandomNumberGenerator.GetHexString(16, lowercase: true),
            version,
            now.ToUnixTimeSeconds());
        return newestFirst = [key, .. newestFirst.Take(Kept - 1)];
    }
}
