using System.Security.Cryptography;

namespace WeChat.MiniProgram.Auth;

/// <summary>SHA-256, by the best way that the target has.</summary>
internal static class Sha256
{
#if NET
    public static byte[] Compute(byte[] text) => SHA256.HashData(text);
#else
    public static byte[] Compute(byte[] text)
    {
        using var sha256 = SHA256.Create();
        return sha256.ComputeHash(text);
    }
#endif

    public static string ComputeBase64Url(byte[] text) =>
        Convert.ToBase64String(Compute(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
