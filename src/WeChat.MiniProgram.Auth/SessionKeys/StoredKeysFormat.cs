using System.Buffers.Binary;
using System.Text;

namespace WeChat.MiniProgram.Auth;

/// <summary>
/// The bytes of a user's keys in a cache, before they are sealed: a version, and for each key its expiry (milliseconds since 1970), the
/// length of its text and the text. Two keys of WeChat's take 73 bytes.
/// </summary>
internal static class StoredKeysFormat
{
    private const byte Version = 1;
    private const int ExpirySize = sizeof(long);
    private const int LengthSize = sizeof(int);

    public static byte[] Write(StoredKeys keys)
    {
        var texts = keys.Select(key => Encoding.UTF8.GetBytes(key.Reveal())).ToArray();
        var bytes = new byte[1 + texts.Sum(text => ExpirySize + LengthSize + text.Length)];
        bytes[0] = Version;
        var rest = bytes.AsSpan(1);
        for (var i = 0; i < texts.Length; i++)
        {
            var expiresAt = i == 0 ? keys.NewestExpiresAt : keys.PreviousExpiresAt;
            BinaryPrimitives.WriteInt64LittleEndian(rest, expiresAt.ToUnixTimeMilliseconds());
            BinaryPrimitives.WriteInt32LittleEndian(rest.Slice(ExpirySize), texts[i].Length);
            texts[i].CopyTo(rest.Slice(ExpirySize + LengthSize));
            rest = rest.Slice(ExpirySize + LengthSize + texts[i].Length);
            Array.Clear(texts[i], 0, texts[i].Length);
        }

        return bytes;
    }

    /// <exception cref="FormatException">The bytes are of another version, or not what <see cref="Write"/> makes.</exception>
    public static StoredKeys Read(byte[] bytes)
    {
        if (bytes.Length == 0 || bytes[0] != Version)
        {
            throw new FormatException("another version");
        }

        var offset = 1;
        var (newest, newestExpiresAt) = ReadKey(bytes, ref offset);
        if (offset == bytes.Length)
        {
            return new(newest, newestExpiresAt);
        }

        var (previous, previousExpiresAt) = ReadKey(bytes, ref offset);
        return offset == bytes.Length
            ? new(newest, newestExpiresAt, previous, previousExpiresAt)
            : throw new FormatException("too long");
    }

    private static (SessionKey Key, DateTimeOffset ExpiresAt) ReadKey(byte[] bytes, ref int offset)
    {
        var rest = bytes.AsSpan(offset);
        var room = rest.Length - ExpirySize - LengthSize;
        var length = room < 0 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(rest.Slice(ExpirySize));
        if (length <= 0 || length > room)
        {
            throw new FormatException("cut off");
        }

        var text = Encoding.UTF8.GetString(bytes, offset + ExpirySize + LengthSize, length);
        offset += ExpirySize + LengthSize + length;
        return (new(text), DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64LittleEndian(rest)));
    }
}
