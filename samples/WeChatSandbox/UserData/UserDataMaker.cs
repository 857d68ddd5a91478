using System.Security.Cryptography;
using System.Text;
using WeChatSandbox.Apps;

namespace WeChatSandbox.UserData;

internal static class UserDataMaker
{
    public static SandboxUserData Profile(SandboxApp app, SandboxUser user, string nickName, DateTimeOffset now)
    {
        // Read once: data and signature belong to the same key, also while another thread rotates it.
        var sessionKey = user.SessionKey;
        var rawData = UserDataJson.RawProfile(nickName);
        return Encrypt(sessionKey, UserDataJson.Profile(nickName, user, app, now)) with
        {
            RawData = rawData,
            Signature = Sign(rawData, sessionKey),
        };
    }

    public static SandboxUserData Encrypt(string sessionKey, string json)
    {
        ArgumentNullException.ThrowIfNull(json);

        using var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(sessionKey);
        var iv = RandomNumberGenerator.GetBytes(16);
        var encrypted = aes.EncryptCbc(Encoding.UTF8.GetBytes(json), iv);
        return new SandboxUserData(Convert.ToBase64String(encrypted), Convert.ToBase64String(iv));
    }

#pragma warning disable CA5350 // WeChat signs with SHA-1.
    private static string Sign(string rawData, string sessionKey) =>
        Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(rawData + sessionKey))).ToLowerInvariant();
#pragma warning restore CA5350
}
