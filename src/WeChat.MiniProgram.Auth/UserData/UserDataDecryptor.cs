using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;

namespace WeChat.MiniProgram.Auth;

/// <summary>
/// One way to succeed and one way to fail. No step returns early: what is malformed is replaced by zeros and goes through the same
/// decryption and the same parser, and the verdicts are combined at the end.
/// </summary>
internal sealed class UserDataDecryptor(AppOptions options, TimeProvider timeProvider) : IUserDataDecryptor
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    public T Decrypt<T>(SessionKey sessionKey, EncryptedUserData data)
        where T : UserData => Decrypt(sessionKey, data, KnownUserData<T>.TypeInfo);

    public T Decrypt<T>(SessionKey sessionKey, EncryptedUserData data, JsonTypeInfo<T> typeInfo)
        where T : UserData => TryDecrypt(sessionKey, data, typeInfo, out var userData) ? userData : throw new UserDataException();

    public bool TryDecrypt<T>(SessionKey sessionKey, EncryptedUserData data, [NotNullWhen(true)] out T? userData)
        where T : UserData => TryDecrypt(sessionKey, data, KnownUserData<T>.TypeInfo, out userData);

    public bool TryDecrypt<T>(
        SessionKey sessionKey, EncryptedUserData data, JsonTypeInfo<T> typeInfo, [NotNullWhen(true)] out T? userData)
        where T : UserData
    {
        Guard.NotNull(sessionKey);
        Guard.NotNull(data);
        Guard.NotNull(typeInfo);

        var encryptedData = data.EncryptedData is { Length: <= UserDataLimits.MaxTextLength } text ? text : null;
        var textLength = Math.Max(encryptedData?.Length ?? 0, Base64Text.BlockTextLength);
        var ciphertext = ArrayPool<byte>.Shared.Rent(textLength);
        var plaintext = ArrayPool<byte>.Shared.Rent(textLength);
        Span<byte> key = stackalloc byte[AesCbc.KeySize];
        Span<byte> iv = stackalloc byte[AesCbc.BlockSize];
        try
        {
            var wellFormed = Base64Text.TryDecodeBlock(sessionKey.Reveal(), plaintext, key)
                & Base64Text.TryDecodeIv(data.Iv, plaintext, iv)
                & TryReadBlocks(encryptedData, plaintext, ciphertext, out var length);
            AesCbc.Decrypt(key, iv, ciphertext.AsSpan(0, length), plaintext.AsSpan(0, length));
            key.Clear();

            var padded = Pkcs7.TryStrip(plaintext.AsSpan(0, length), out var jsonLength);
            var parsed = UserDataJson.TryParse(plaintext.AsSpan(0, length), jsonLength, typeInfo, out userData);
            if (wellFormed & padded & parsed && userData is not null && IsTrusted(userData))
            {
                return true;
            }

            userData = null;
            if (parsed)
            {
                UserDataJson.SpendTimeOfFailure(typeInfo);
            }

            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(ciphertext);
            ArrayPool<byte>.Shared.Return(plaintext, clearArray: true);
        }
    }

    /// <summary>Reads the ciphertext; zeros of about its length when the text is not whole blocks of Base64.</summary>
    private static bool TryReadBlocks(string? text, byte[] scratch, byte[] buffer, out int length)
    {
        if (Base64Text.TryDecode(text, scratch, buffer, out length) && length > 0 && length % AesCbc.BlockSize == 0)
        {
            return true;
        }

        length = Math.Max((text?.Length ?? 0) * 3 / 4 / AesCbc.BlockSize * AesCbc.BlockSize, AesCbc.BlockSize);
        Array.Clear(buffer, 0, length);
        return false;
    }

    private bool IsTrusted(UserData userData)
    {
        var current = options.Current;
        var watermark = userData.Watermark;
        return watermark is not null
            && string.Equals(watermark.AppId, current.AppId, StringComparison.Ordinal)
            && IsRecent(watermark.Timestamp, current.UserDataMaxAge)
            && userData.IsComplete;
    }

    private bool IsRecent(DateTimeOffset timestamp, TimeSpan maxAge)
    {
        if (maxAge == Timeout.InfiniteTimeSpan)
        {
            return true;
        }

        var age = timeProvider.GetUtcNow() - timestamp;
        return age <= maxAge && age >= -ClockSkew;
    }
}
