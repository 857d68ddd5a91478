using System.Buffers;
using System.Text;

namespace WeChat.MiniProgram.Auth;

/// <summary>Checks the signature that wx.getUserInfo and wx.getUserProfile give with <c>rawData</c>.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/signature.html</remarks>
public static class UserDataSignature
{
    /// <summary>Whether the signature is the SHA-1 of rawData followed by the text of the session_key. Bad input is <see langword="false"/>, never an exception.</summary>
    /// <param name="rawData">
    /// The text exactly as the mini program got it: parsing and writing it again changes its signature. One of more than 1,048,576 characters
    /// is none that WeChat signed.
    /// </param>
    /// <param name="signature">40 hexadecimal digits, upper or lower case.</param>
    /// <param name="sessionKey">The user's session_key at the time of signing.</param>
    /// <returns><see langword="true"/> when the user's WeChat signed this very text.</returns>
    public static bool Verify(string rawData, string signature, SessionKey sessionKey)
    {
        if (rawData is null || rawData.Length > UserDataLimits.MaxTextLength || signature is null || sessionKey is null)
        {
            return false;
        }

        var keyText = sessionKey.Reveal();
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetByteCount(rawData) + Encoding.UTF8.GetByteCount(keyText));
        try
        {
            var length = Encoding.UTF8.GetBytes(rawData, 0, rawData.Length, buffer, 0);
            length += Encoding.UTF8.GetBytes(keyText, 0, keyText.Length, buffer, length);
            Span<byte> expected = stackalloc byte[Sha1.Size];
            Sha1.Compute(buffer, length, expected);
            Span<byte> given = stackalloc byte[Sha1.Size];
            return Hex.TryRead(signature, given) & FixedTime.Equals(expected, given);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}
