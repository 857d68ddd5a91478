using System.Diagnostics;
using System.Text;

namespace WeChat.MiniProgram.Auth;

/// <summary>
/// A key that a user's WeChat and the host share for data on their network, for an hour. It encrypts and decrypts and is never printed.
/// </summary>
/// <remarks>
/// The cipher is AES-128 in CBC mode with PKCS#7 padding, under the key and iv that both sides got from WeChat: use the same in the mini
/// program. It does not show that data was changed on its way: take no decision on decrypted data that only a signature would carry.
/// Source: https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/user-encryption.html
/// </remarks>
[DebuggerDisplay("UserEncryptKey(version {Version}, redacted)")]
public sealed class UserEncryptKey
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly byte[] key;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly byte[] iv;

    /// <summary>Wraps a key.</summary>
    /// <param name="encryptKey">WeChat's encrypt_key: 16 bytes in Base64.</param>
    /// <param name="iv">WeChat's iv: 16 ASCII characters, which are its bytes.</param>
    /// <param name="version">The key's version.</param>
    /// <param name="expiresIn">How long the key is valid from now on.</param>
    /// <param name="createdAt">When the key was made.</param>
    /// <exception cref="ArgumentNullException">A text is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text does not stand for 16 bytes.</exception>
    public UserEncryptKey(string encryptKey, string iv, int version, TimeSpan expiresIn, DateTimeOffset createdAt)
    {
        Guard.NotNull(encryptKey);
        Guard.NotNull(iv);
        key = TryReadKey(encryptKey) ?? throw new ArgumentException("It is not 16 bytes of Base64.", nameof(encryptKey));
        this.iv = TryReadIv(iv) ?? throw new ArgumentException("It is not 16 ASCII characters.", nameof(iv));
        Version = version;
        ExpiresIn = expiresIn;
        CreatedAt = createdAt;
    }

    /// <summary>The version, by which the mini program says which key it used.</summary>
    public int Version { get; }

    /// <summary>How long the key was valid when WeChat answered; zero: it has expired.</summary>
    public TimeSpan ExpiresIn { get; }

    /// <summary>When WeChat made the key.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>Decrypts what the mini program encrypted with this key.</summary>
    /// <param name="ciphertext">Whole blocks of 16 bytes.</param>
    /// <returns>The data.</returns>
    /// <exception cref="UserDataException">It cannot be decrypted; the exception is the same whatever the cause.</exception>
    public byte[] Decrypt(ReadOnlySpan<byte> ciphertext)
    {
        if (ciphertext.IsEmpty || ciphertext.Length % AesCbc.BlockSize != 0)
        {
            throw new UserDataException();
        }

        var blocks = new byte[ciphertext.Length];
        AesCbc.Decrypt(key, iv, ciphertext, blocks);
        var isPadded = Pkcs7.TryStrip(blocks, out var length);
        var data = blocks.AsSpan(0, length).ToArray();
        Array.Clear(blocks, 0, blocks.Length);
        return isPadded ? data : throw new UserDataException();
    }

    /// <summary>Encrypts data for the mini program.</summary>
    /// <param name="plaintext">The data.</param>
    /// <returns>Whole blocks of 16 bytes, longer than the data.</returns>
    public byte[] Encrypt(ReadOnlySpan<byte> plaintext)
    {
        var padding = AesCbc.BlockSize - (plaintext.Length % AesCbc.BlockSize);
        var blocks = new byte[plaintext.Length + padding];
        plaintext.CopyTo(blocks);
        blocks.AsSpan(plaintext.Length).Fill((byte)padding);
        AesCbc.Encrypt(key, iv, blocks);
        return blocks;
    }

    /// <summary>Tells the version and nothing of the key.</summary>
    /// <returns>A text without secrets.</returns>
    public override string ToString() => $"UserEncryptKey(version {Version}, redacted)";

    internal static UserEncryptKey? TryCreate(string? encryptKey, string? iv, int version, TimeSpan expiresIn, DateTimeOffset createdAt) =>
        TryReadKey(encryptKey) is null || TryReadIv(iv) is null ? null : new(encryptKey!, iv!, version, expiresIn, createdAt);

    private static byte[]? TryReadKey(string? text)
    {
        var bytes = new byte[AesCbc.KeySize];
        return Base64Text.TryDecodeBlock(text, scratch: new byte[Base64Text.BlockTextLength], bytes) ? bytes : null;
    }

    private static byte[]? TryReadIv(string? text) =>
        text is { Length: AesCbc.BlockSize } && text.All(static c => c <= '\x7f') ? Encoding.ASCII.GetBytes(text) : null;
}
