namespace WeChat.MiniProgram.Auth;

/// <summary>Bytes as hexadecimal digits, as WeChat writes signatures and hashes. .NET has both without garbage from version 9 on.</summary>
internal static class Hex
{
    private const string Digits = "0123456789abcdef";

    public static string ToLower(byte[] bytes)
    {
        var text = new char[bytes.Length * 2];
        for (var i = 0; i < bytes.Length; i++)
        {
            text[2 * i] = Digits[bytes[i] >> 4];
            text[(2 * i) + 1] = Digits[bytes[i] & 0xF];
        }

        return new string(text);
    }

    /// <summary>Reads digits of either case into all of the destination.</summary>
    public static bool TryRead(string text, Span<byte> destination)
    {
        if (text.Length != 2 * destination.Length)
        {
            return false;
        }

        var wrong = 0;
        for (var i = 0; i < destination.Length; i++)
        {
            var value = (ValueOf(text[2 * i]) << 4) | ValueOf(text[(2 * i) + 1]);
            wrong |= value;
            destination[i] = (byte)value;
        }

        return wrong >= 0;
    }

    /// <summary>Negative: no digit.</summary>
    private static int ValueOf(char digit)
    {
        var decimalValue = digit - '0';
        var letterValue = (digit | 0x20) - 'a';
        return (uint)decimalValue <= 9 ? decimalValue : (uint)letterValue <= 5 ? letterValue + 10 : -1;
    }
}
