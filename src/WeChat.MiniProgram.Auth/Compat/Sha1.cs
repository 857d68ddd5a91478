using System.Security.Cryptography;

namespace WeChat.MiniProgram.Auth;

/// <summary>SHA-1, because WeChat signs rawData with it; nothing here rests on its resistance to collisions.</summary>
internal static class Sha1
{
    public const int Size = 20;

#pragma warning disable CA5350 // WeChat's protocol prescribes the algorithm.
    public static void Compute(byte[] buffer, int count, Span<byte> destination)
    {
#if NET
        SHA1.HashData(buffer.AsSpan(0, count), destination);
#else
        using var sha1 = SHA1.Create();
        sha1.ComputeHash(buffer, 0, count).CopyTo(destination);
#endif
    }
#pragma warning restore CA5350
}
