using System.Runtime.InteropServices;
#if NET
using System.Security.Cryptography;
#else
using System.Runtime.CompilerServices;
#endif

namespace WeChat.MiniProgram.Auth;

/// <summary>Comparison in a time that tells only whether the lengths differ.</summary>
internal static class FixedTime
{
    public static bool Equals(string left, string right) =>
        Equals(MemoryMarshal.AsBytes(left.AsSpan()), MemoryMarshal.AsBytes(right.AsSpan()));

#if NET
    public static bool Equals(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => CryptographicOperations.FixedTimeEquals(left, right);
#else
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    public static bool Equals(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        var difference = 0;
        for (var i = 0; i < left.Length; i++)
        {
            difference |= left[i] ^ right[i];
        }

        return difference == 0;
    }
#endif
}
