namespace WeChat.MiniProgram.Auth;

/// <summary>User data as the mini program's callback gives it: the two texts that an API such as wx.getWeRunData answers with.</summary>
/// <param name="EncryptedData">The callback's <c>encryptedData</c>: Base64. One of more than 1,048,576 characters is refused.</param>
/// <param name="Iv">The callback's <c>iv</c>: Base64 of 16 bytes.</param>
/// <remarks>
/// White space round either text is passed over, and a space inside is read as the <c>+</c> that a form or URL made it of.
/// Source: https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/signature.html
/// </remarks>
public sealed record EncryptedUserData(string EncryptedData, string Iv)
{
    /// <summary>Tells how much data there is and not what it is, because whoever has it and the key can read it.</summary>
    /// <returns>A text without the data.</returns>
    public override string ToString() => $"EncryptedUserData {{ {EncryptedData?.Length ?? 0} characters }}";
}
