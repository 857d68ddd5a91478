using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>
/// The floor: what an expert writes by hand for one host, with spans, one call of each cipher and hash, and source-generated JSON. It
/// trusts its clients: padding and JSON fail as they fail, at once, which is what the package may not do.
/// </summary>
internal static class HandWritten
{
    private const int BlockSize = 16;
    private const int SignatureSize = 20;

    public static FloorProfile? Decrypt(string sessionKey, string encryptedData, string iv, string appId)
    {
        Span<byte> keyBytes = stackalloc byte[BlockSize];
        Span<byte> ivBytes = stackalloc byte[BlockSize];
        if (!Convert.TryFromBase64String(sessionKey, keyBytes, out _) || !Convert.TryFromBase64String(iv, ivBytes, out _))
        {
            return null;
        }

        var ciphertext = ArrayPool<byte>.Shared.Rent(encryptedData.Length);
        var plaintext = ArrayPool<byte>.Shared.Rent(encryptedData.Length);
        try
        {
            if (!Convert.TryFromBase64String(encryptedData, ciphertext, out var length))
            {
                return null;
            }

            using var aes = Aes.Create();
            aes.SetKey(keyBytes);
            var jsonLength = aes.DecryptCbc(ciphertext.AsSpan(0, length), ivBytes, plaintext, PaddingMode.PKCS7);
            var profile = JsonSerializer.Deserialize(plaintext.AsSpan(0, jsonLength), FloorJsonContext.Default.FloorProfile);
            return profile?.Watermark?.AppId == appId ? profile : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(ciphertext);
            ArrayPool<byte>.Shared.Return(plaintext, clearArray: true);
        }
    }

    public static bool Verify(string rawData, string signature, string sessionKey)
    {
        var text = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(rawData.Length + sessionKey.Length));
        try
        {
            var length = Encoding.UTF8.GetBytes(rawData, text);
            length += Encoding.UTF8.GetBytes(sessionKey, text.AsSpan(length));
            Span<byte> expected = stackalloc byte[SignatureSize];
#pragma warning disable CA5350 // WeChat's protocol prescribes the algorithm.
            SHA1.HashData(text.AsSpan(0, length), expected);
#pragma warning restore CA5350
            Span<byte> given = stackalloc byte[SignatureSize];
            return Convert.FromHexString(signature, given, out _, out var written) == OperationStatus.Done
                && written == SignatureSize
                && CryptographicOperations.FixedTimeEquals(expected, given);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(text, clearArray: true);
        }
    }

    public static async Task<FloorSession?> ExchangeAsync(HttpClient client, Uri address, string appId, string appSecret, string jsCode)
    {
        var query = $"sns/jscode2session?appid={appId}&secret={appSecret}&js_code={Uri.EscapeDataString(jsCode)}&grant_type=authorization_code";
        var body = await client.GetByteArrayAsync(new Uri(address, query));
        return JsonSerializer.Deserialize(body, FloorJsonContext.Default.FloorSession);
    }
}
