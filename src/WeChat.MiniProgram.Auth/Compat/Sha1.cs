using System.Security.Cryptography;

namespace WeChat.MiniProgram.Auth;

/// <summary>SHA-1, because WeChat signs rawData with it; nothing here rests on its resistance to collisions.</summary>
internal static class Sha1
{
    private const int Size = 20;

#pragma warning disable CA5350 // WeChat's protocol prescribes the algorithm.
    public static void ComputeLowerHex(byte[] buffer, int count, Span<byte> destination)
    {
#if NET
        Span<byte> hash = stackalloc byte[Size];
        SHA1.HashData(buffer.AsSpan(0, count), hash);
#else
        using var sha1 = SHA1.Create();
        ReadOnlySpan<byte> hash = sha1.ComputeHash(buffer, 0, count);
#endif
        for (var i = 0; i < Size; i++)
        {
            destination[2 * i] = HexDigit(hash[i] >> 4);
            destination[(2 * i) + 1] = HexDigit(hash[i] & 0xF);
        }
    }
#pragma warning restore CA5350

    private static byte HexDigit(int value) => (byte)(value < 10 ? '0' + value : 'a' + value - 10);
}
