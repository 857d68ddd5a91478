using System.Security.Cryptography;
using System.Text;
using WeChatSandbox.Apps;

namespace WeChatSandbox.Users;

/// <summary>The encrypted phone numbers of the last 3 days, by the hash of their Base64 text.</summary>
internal sealed class PhoneData(TimeProvider timeProvider)
{
    private static readonly TimeSpan Memory = TimeSpan.FromDays(3);

    private readonly object gate = new();
    private readonly Dictionary<(SandboxApp App, string Hash), DateTimeOffset> created = [];
    private readonly Queue<((SandboxApp App, string Hash) Key, DateTimeOffset Created)> oldestFirst = new();

    public SandboxUserData Remember(SandboxApp app, SandboxUserData data)
    {
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(data.EncryptedData))).ToLowerInvariant();
        lock (gate)
        {
            Forget();
            created[(app, hash)] = timeProvider.GetUtcNow();
            oldestFirst.Enqueue(((app, hash), timeProvider.GetUtcNow()));
        }

        return data;
    }

    public DateTimeOffset? Created(SandboxApp app, string hash)
    {
        lock (gate)
        {
            Forget();
            return created.TryGetValue((app, hash), out var time) ? time : null;
        }
    }

    private void Forget()
    {
        var oldest = timeProvider.GetUtcNow() - Memory;
        while (oldestFirst.TryPeek(out var entry) && entry.Created < oldest)
            created.Remove(oldestFirst.Dequeue().Key);
    }
}
