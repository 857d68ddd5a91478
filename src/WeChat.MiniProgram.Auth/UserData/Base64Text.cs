using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace WeChat.MiniProgram.Auth;

/// <summary>
/// Strict Base64, but for what texts meet on the way: a form or URL turns <c>+</c> into a space, and white space gets in front or behind.
/// </summary>
internal static class Base64Text
{
    /// <summary>How long the text of a block (a key or an iv) is.</summary>
    public const int BlockTextLength = 24;

    private const int QuantumChars = 4;
    private const int QuantumBytes = 3;

    /// <summary>Decodes a text.</summary>
    /// <param name="text">Comes from a client: anything is possible, <see langword="null"/> too.</param>
    /// <param name="scratch">Takes the text's ASCII: at least as long as the text.</param>
    /// <param name="bytes">Takes the bytes: at least three quarters as long as the text. Decoding in place would be slower by far.</param>
    /// <param name="written">How many bytes the text stands for.</param>
    public static bool TryDecode(string? text, byte[] scratch, Span<byte> bytes, out int written)
    {
        written = 0;
        return text is not null
            && (TryDecodeExact(text, scratch, bytes, out written)
                || (text.AsSpan().IndexOf(' ') >= 0 && TryDecodeExact(text.Replace(' ', '+'), scratch, bytes, out written))
                || (text.Trim() is var trimmed && trimmed.Length < text.Length
                    && TryDecodeExact(trimmed.Replace(' ', '+'), scratch, bytes, out written)));
    }

    /// <summary>Gives the text without what it met on the way; one that is no Base64 at all as it is.</summary>
    public static string Repair(string text)
    {
        var bytes = new byte[text.Length];
        return TryDecode(text, new byte[text.Length], bytes, out var written) ? Convert.ToBase64String(bytes, 0, written) : text;
    }

    /// <summary>Decodes a key or an iv; zeros when the text is not 16 bytes of Base64.</summary>
    /// <param name="text">As above.</param>
    /// <param name="scratch">At least <see cref="BlockTextLength"/> long.</param>
    /// <param name="block">Takes the 16 bytes.</param>
    public static bool TryDecodeBlock(string? text, byte[] scratch, Span<byte> block)
    {
        var valid = text is { Length: BlockTextLength } && TryDecode(text, scratch, block, out var written) && written == block.Length;
        if (!valid)
        {
            block.Clear();
        }

        return valid;
    }

    /// <summary>Decodes an iv, as <see cref="TryDecodeBlock"/> does. It comes from a client, as the data does: white space round it is passed over.</summary>
    public static bool TryDecodeIv(string? text, byte[] scratch, Span<byte> block) =>
        TryDecodeBlock(text is { Length: BlockTextLength } ? text : text?.Trim(), scratch, block);

    private static bool TryDecodeExact(string text, byte[] scratch, Span<byte> bytes, out int written)
    {
        written = 0;

        // What is not ASCII becomes '?', which is not Base64.
        var length = Encoding.ASCII.GetBytes(text, 0, text.Length, scratch, 0);
        return text.Length % QuantumChars == 0
            && Base64.DecodeFromUtf8(scratch.AsSpan(0, length), bytes, out _, out written) == OperationStatus.Done
            && written == SizeOf(text)
            && IsCanonical(text, bytes.Slice(0, written));
    }

    /// <summary>How many bytes the text stands for if it has no white space, which the decoder would pass over.</summary>
    private static int SizeOf(string text)
    {
        var padding = text.Length - text.AsSpan().TrimEnd('=').Length;
        return (text.Length / QuantumChars * QuantumBytes) - padding;
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
