using System.Security.Cryptography;
using WeChatSandbox.Apps;

namespace WeChatSandbox.Login;

internal sealed class LoginCodes(TimeSpan lifetime, TimeProvider timeProvider)
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private readonly object gate = new();
    private readonly Dictionary<string, LoginCode> codes = new(StringComparer.Ordinal);
    private readonly Queue<LoginCode> oldestFirst = new();

    public string Issue(SandboxApp app, SandboxUser user)
    {
        var now = timeProvider.GetUtcNow();
        var code = new LoginCode("0" + RandomNumberGenerator.GetString(Alphabet, 31), app, user, now + lifetime);
        lock (gate)
        {
            while (oldestFirst.TryPeek(out var oldest) && oldest.Expires <= now)
                codes.Remove(oldestFirst.Dequeue().Value);

            oldestFirst.Enqueue(code);
            codes.Add(code.Value, code);
        }

        return code.Value;
    }

    /// <summary>The code, used or not; null when it is unknown, expired or another app's.</summary>
    public LoginCode? Find(string value, SandboxApp app)
    {
        lock (gate)
        {
            return codes.TryGetValue(value, out var code) && code.App == app && code.Expires > timeProvider.GetUtcNow() ? code : null;
        }
    }
}
