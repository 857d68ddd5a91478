using System.Text;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>
/// The attacker: a user who has no key, knows the text of their own encrypted phone number, and reads what the server answers. Whatever
/// tells a good padding from a bad one lets them find what a block decrypts to, byte by byte, and with that write another number.
/// </summary>
internal sealed class PaddingOracle(Func<EncryptedUserData, string> server)
{
    private const int BlockSize = 16;

    // They fill the first block and the second, in the order of WeChat's documentation.
    private const string BeforeTheNumber = "{\"phoneNumber\":\"";
    private const string AfterTheNumber = "\",\"pu";

    private readonly HashSet<string> answers = [];

    public int Calls { get; private set; }

    public IReadOnlyCollection<string> Answers => answers;

    /// <summary>The attacker's data with another number in it, or null when the server's answers do not tell enough.</summary>
    public EncryptedUserData? Forge(EncryptedUserData own, string ownNumber, string number)
    {
        var data = Convert.FromBase64String(own.EncryptedData);
        var second = Xor(TextOf(ownNumber), TextOf(number));
        Xor(data.AsSpan(0, BlockSize), second).CopyTo(data, 0);

        // The number is forged, and the first block is noise until an iv undoes it.
        var noise = Decrypt(data[..BlockSize]);
        return noise is null ? null : new(Convert.ToBase64String(data), Convert.ToBase64String(Xor(noise, Bytes(BeforeTheNumber))));
    }

    private static byte[] TextOf(string number) => Bytes(number + AfterTheNumber);

    private static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);

    private static byte[] Xor(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var result = left.ToArray();
        for (var i = 0; i < result.Length; i++)
            result[i] ^= right[i];

        return result;
    }

    private byte[]? Decrypt(byte[] block)
    {
        var known = new byte[BlockSize];
        var usual = UsualAnswer(block);
        for (var position = BlockSize - 1; position >= 0; position--)
        {
            var padding = (byte)(BlockSize - position);
            var iv = Xor(known, Enumerable.Repeat(padding, BlockSize).ToArray());
            if (FindByte(block, iv, position, usual) is not { } found)
                return null;

            known[position] = (byte)(found ^ padding);
        }

        return known;
    }

    /// <summary>Of three ivs that differ in the last byte, two make a bad padding as good as always.</summary>
    private string UsualAnswer(byte[] block) => Enumerable.Range(0, 3)
        .Select(last => Ask(block, [.. new byte[BlockSize - 1], (byte)last]))
        .GroupBy(static answer => answer).MaxBy(static answers => answers.Count())!.Key;

    private byte? FindByte(byte[] block, byte[] iv, int position, string usual)
    {
        for (var guess = 0; guess <= byte.MaxValue; guess++)
        {
            iv[position] = (byte)guess;
            if (Ask(block, iv) != usual && IsOneByte(block, iv, position, usual))
                return iv[position];
        }

        return null;
    }

    /// <summary>The last byte alone can make a longer padding by chance, which a change before it undoes.</summary>
    private bool IsOneByte(byte[] block, byte[] iv, int position, string usual)
    {
        if (position < BlockSize - 1)
            return true;

        iv[position - 1] ^= 1;
        return Ask(block, iv) != usual;
    }

    private string Ask(byte[] block, byte[] iv)
    {
        Calls++;
        var answer = server(new(Convert.ToBase64String(block), Convert.ToBase64String(iv)));
        answers.Add(answer);
        return answer;
    }
}
