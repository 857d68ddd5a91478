#if NET
using System.Text.Unicode;
#else
using System.Text;
#endif

namespace WeChat.MiniProgram.Auth;

/// <summary>Tells whether bytes are UTF-8, without an exception on an attacker's data.</summary>
internal static class Utf8Text
{
#if NET
    public static bool IsValid(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes);
#else
    // What is invalid decodes to U+FFFD and so encodes to other bytes.
    public static bool IsValid(ReadOnlySpan<byte> bytes) =>
        bytes.SequenceEqual(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes.ToArray())));
#endif
}
