using System.Security.Cryptography;

namespace WeChat.MiniProgram.Auth;

/// <summary>SHA-256, by the best way that the target has.</summary>
internal static class Sha256
{
    public static string ComputeBase64Url(byte[] text)
    {
#if NET
        var hash = SHA256.HashData(text);
#else
        using var sha256 = SHA256.Create();
        var hash = sha256.ComputeHash(text);
#endif
        return Convert.ToBase64String(hash).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}
