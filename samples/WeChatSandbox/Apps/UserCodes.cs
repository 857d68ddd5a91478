using System.Security.Cryptography;

namespace WeChatSandbox.Apps;

/// <summary>The codes of one kind: what one API takes is unknown to the others.</summary>
internal sealed class UserCodes(TimeSpan lifetime, TimeProvider timeProvider)
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private readonly object gate = new();
    private readonly Dictionary<string, UserCode> codes = new(StringComparer.Ordinal);
    private readonly Queue<UserCode> oldestFirst = new();

    public string Issue(SandboxApp app, SandboxUser user, SandboxApp? plugin = null)
    {
        var now = timeProvider.GetUtcNow();
        var code = new UserCode("0" + RandomNumberGenerator.GetString(Alphabet, 31), app, user, now, plugin);
        lock (gate)
        {
            while (oldestFirst.TryPeek(out var oldest) && IsExpired(oldest))
                codes.Remove(oldestFirst.Dequeue().Value);

            oldestFirst.Enqueue(code);
            codes.Add(code.Value, code);
        }

        return code.Value;
    }

    /// <summary>The code, used or not; null when it is unknown or expired.</summary>
    public UserCode? Find(string value)
    {
        lock (gate)
            return codes.TryGetValue(value, out var code) && !IsExpired(code) ? code : null;
    }

    private bool IsExpired(UserCode code) => timeProvider.GetUtcNow() - code.Created >= lifetime;
}
