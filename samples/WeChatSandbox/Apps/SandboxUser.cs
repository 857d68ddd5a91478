using System.Security.Cryptography;

namespace WeChatSandbox.Apps;

internal sealed class SandboxUser(string openId, CallMeter calls)
{
    private volatile string sessionKey = NewSessionKey();
    private volatile string? unionId;

    public string OpenId { get; } = openId;

    public CallMeter Calls { get; } = calls;

    public string SessionKey => sessionKey;

    public string? UnionId
    {
        get => unionId;
        set => unionId = value;
    }

    public void RotateSessionKey() => sessionKey = NewSessionKey();

    private static string NewSessionKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
}
