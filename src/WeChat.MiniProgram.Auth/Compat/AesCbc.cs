using System.Security.Cryptography;

namespace WeChat.MiniProgram.Auth;

/// <summary>AES-CBC without padding, by the best way that the target has.</summary>
internal static class AesCbc
{
    public const int BlockSize = 16;
    public const int KeySize = 16;

    public static void Decrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> ciphertext, Span<byte> plaintext)
    {
        using var aes = Aes.Create();
#if NET
        var keyBytes = key.ToArray();
        aes.Key = keyBytes;
        Array.Clear(keyBytes, 0, keyBytes.Length);
        aes.DecryptCbc(ciphertext, iv, plaintext, PaddingMode.None);
#else
        aes.Mode = CipherMode.CBC;
        aes.Padding = PaddingMode.None;
        var keyBytes = key.ToArray();
        using var decryptor = aes.CreateDecryptor(keyBytes, iv.ToArray());
        Array.Clear(keyBytes, 0, keyBytes.Length);
        var blocks = decryptor.TransformFinalBlock(ciphertext.ToArray(), 0, ciphertext.Length);
        blocks.CopyTo(plaintext);
        Array.Clear(blocks, 0, blocks.Length);
#endif
    }

    /// <summary>Encrypts whole blocks in place.</summary>
    public static void Encrypt(byte[] key, byte[] iv, byte[] blocks)
    {
        using var aes = Aes.Create();
#if NET
        aes.Key = key;
        aes.EncryptCbc(blocks, iv, blocks, PaddingMode.None);
#else
        aes.Mode = CipherMode.CBC;
        aes.Padding = PaddingMode.None;
        using var encryptor = aes.CreateEncryptor(key, iv);
        encryptor.TransformFinalBlock(blocks, 0, blocks.Length).CopyTo(blocks, 0);
#endif
    }
}
