namespace WeChat.MiniProgram.Auth;

/// <summary>
/// PKCS#7 padding, checked without a branch or an index that depends on secret data: who can time the difference between good and
/// bad padding can decrypt and forge.
/// </summary>
internal static class Pkcs7
{
    /// <summary>Finds the length without the padding.</summary>
    /// <param name="blocks">Decrypted whole blocks, one at least.</param>
    /// <param name="length">The length without the padding; with bad padding, the whole length.</param>
    /// <returns>Whether the padding is good.</returns>
    public static bool TryStrip(ReadOnlySpan<byte> blocks, out int length)
    {
        var lastBlock = blocks.Slice(blocks.Length - AesCbc.BlockSize);
        int count = lastBlock[AesCbc.BlockSize - 1];

        // Masks are all ones for yes and all zeros for no.
        var wrong = ((count - 1) | (AesCbc.BlockSize - count)) >> 31;
        for (var fromEnd = 1; fromEnd <= AesCbc.BlockSize; fromEnd++)
        {
            var isPadding = (fromEnd - count - 1) >> 31;
            wrong |= isPadding & (lastBlock[AesCbc.BlockSize - fromEnd] ^ count);
        }

        var bad = (wrong | -wrong) >> 31;
        length = blocks.Length - (count & ~bad);
        return bad == 0;
    }
}
