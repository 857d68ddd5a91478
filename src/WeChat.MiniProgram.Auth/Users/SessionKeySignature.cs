using System.Security.Cryptography;
using System.Text;

namespace WeChat.MiniProgram.Auth;

/// <summary>Proves to WeChat that the host knows a user's session_key: the HMAC-SHA256 of the empty text, keyed by the key's Base64 text.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/miniprogram/dev/framework/server-ability/backend-api.html</remarks>
internal static class SessionKeySignature
{
    public static string Of(SessionKey sessionKey)
    {
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(sessionKey.Reveal()));
        return Hex.ToLower(hmac.ComputeHash([]));
    }
}
