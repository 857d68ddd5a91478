using System.Buffers.Binary;
using System.Security.Cryptography;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>Users with identifiers as long as WeChat's, each time in strings of their own, as they come out of a request.</summary>
internal static class ScaleUser
{
    public const string AppId = "wx0000000000000001";
    private const int OpenIdLength = 28;

    public static SessionKeyOwner Owner(int number) => new(AppId, string.Concat("o", Base64(number).AsSpan(0, OpenIdLength - 1)));

    public static SessionKey Key(int number) => new(Base64(number, bytes: 16));

    private static string Base64(int number, int bytes = SHA256.HashSizeInBytes)
    {
        Span<byte> source = stackalloc byte[sizeof(int)];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt32LittleEndian(source, number);
        SHA256.HashData(source, hash);
        return Convert.ToBase64String(hash[..bytes]);
    }
}
