using System.Security.Cryptography;
using WeChatSandbox.Users;

namespace WeChatSandbox.Apps;

internal sealed class SandboxUser(string openId, CallMeter calls)
{
    private string sessionKey = NewSessionKey();
    private volatile bool hasSession = true;
    private volatile string? unionId;
    private volatile PhoneNumber phoneNumber = PhoneNumber.Default;

    public string OpenId { get; } = openId;

    public CallMeter Calls { get; } = calls;

    public EncryptKeys EncryptKeys { get; } = new();

    public string SessionKey => Volatile.Read(ref sessionKey);

    /// <summary>The session_key is alive, as it is after a login.</summary>
    public bool HasSession => hasSession;

    public string? UnionId
    {
        get => unionId;
        set => unionId = value;
    }

    public PhoneNumber PhoneNumber
    {
        get => phoneNumber;
        set => phoneNumber = value;
    }

    public void RotateSessionKey()
    {
        Volatile.Write(ref sessionKey, NewSessionKey());
        hasSession = true;
    }

    public void EndSession() => hasSession = false;

    /// <summary>The new session_key; null when another one has taken the place of the current one meanwhile.</summary>
    public string? ReplaceSessionKey(string current)
    {
        var replacement = NewSessionKey();
        return ReferenceEquals(Interlocked.CompareExchange(ref sessionKey, replacement, current), current) ? replacement : null;
    }

    private static string NewSessionKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
}
