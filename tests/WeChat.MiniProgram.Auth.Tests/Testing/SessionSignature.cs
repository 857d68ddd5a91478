using System.Security.Cryptography;
using System.Text;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>The signature that proves who knows a session_key: HMAC-SHA256 of nothing, keyed by the key's text.</summary>
internal static class SessionSignature
{
    public static string Of(string sessionKey)
    {
        using var hmac = new HMACSHA256(Encoding.ASCII.GetBytes(sessionKey));
        return Convert.ToHexString(hmac.ComputeHash([])).ToLowerInvariant();
    }
}
