using System.Security.Cryptography;
using System.Text;
using WeChatSandbox.Apps;
using WeChatSandbox.Wire;

namespace WeChatSandbox.Users;

/// <summary>The proof that a caller knows a user's session_key.</summary>
internal static class LoginState
{
    /// <summary>What is wrong with the proof in the query; null when nothing is, and then the user and the key that signed.</summary>
    public static WeChatError? Refuse(WireQuery query, SandboxApp app, WeChatError noSession, out SandboxUser? user, out string? sessionKey)
    {
        (user, sessionKey) = (null, null);
        if (query["openid"] is not { } openId || query["signature"] is not { } signature)
            return WeChatError.InvalidArguments;
        if (query["sig_method"] != "hmac_sha256")
            return WeChatError.InvalidSigMethod;

        user = app.FindUser(openId);
        if (user is not { HasSession: true })
            return noSession;

        sessionKey = user.SessionKey;
        return signature.Equals(Sign(sessionKey), StringComparison.OrdinalIgnoreCase) ? null : WeChatError.InvalidSignature;
    }

    // The key is the text of the session_key, not the bytes that it stands for; a GET has nothing to sign.
    private static string Sign(string sessionKey) => Convert.ToHexString(HMACSHA256.HashData(Encoding.ASCII.GetBytes(sessionKey), ""u8));
}
