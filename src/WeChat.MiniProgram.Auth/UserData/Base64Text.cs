using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace WeChat.MiniProgram.Auth;

/// <summary>Strict Base64, but for the one damage that happens on the way: a form or URL turns <c>+</c> into a space.</summary>
internal static class Base64Text
{
    private const int QuantumChars = 4;
    private const int QuantumBytes = 3;

    /// <summary>Decodes into the start of a buffer that is at least as long as the text.</summary>
    /// <param name="text">Comes from a client: anything is possible, <see langword="null"/> too.</param>
    /// <param name="buffer">Takes the text's ASCII and then, in place, the bytes.</param>
    /// <param name="written">How many bytes the text stands for.</param>
    public static bool TryDecode(string? text, byte[] buffer, out int written)
    {
        written = 0;
        if (text is null || text.AsSpan().IndexOfAny('\t', '\r', '\n') >= 0)
        {
            return false;
        }

        if (text.AsSpan().IndexOf(' ') >= 0)
        {
            text = text.Replace(' ', '+');
        }

        // What is not ASCII becomes '?', which is not Base64.
        var length = Encoding.ASCII.GetBytes(text, 0, text.Length, buffer, 0);
        return Base64.DecodeFromUtf8InPlace(buffer.AsSpan(0, length), out written) == OperationStatus.Done
            && IsCanonical(text, buffer.AsSpan(0, written));
    }

    /// <summary>Several texts decode to the same bytes when the last quantum has spare bits; only the one with zeros is Base64.</summary>
    private static bool IsCanonical(string text, ReadOnlySpan<byte> decoded)
    {
        var tail = decoded.Length % QuantumBytes;
        if (tail == 0)
        {
            return true;
        }

        Span<byte> quantum = stackalloc byte[QuantumChars];
        Base64.EncodeToUtf8(decoded.Slice(decoded.Length - tail), quantum, out _, out _);
        return text[text.Length - QuantumChars + 1] == quantum[1] && text[text.Length - QuantumChars + 2] == quantum[2];
    }
}
