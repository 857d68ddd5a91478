using System.Security.Cryptography;
using System.Text;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>A user's profile as WeChat encrypts it, genuine and otherwise.</summary>
internal static class Profile
{
    public const int BlockSize = 16;
    public const string AppId = "wx0000000000000001";
    public const string Json =
        """{"openId":"oGZUI0egBJY1zhBYw2KhdUfwVJJE","nickName":"Band","gender":1,"language":"zh_CN","city":"Guangzhou","province":"Guangdong","country":"CN","avatarUrl":"http://wx.qlogo.cn/mmopen/vi_32/aSKcBBPpibyKNicHNTMM0qJVh8Kjgiak2AHWr8MHM4WgMEm7GFhsf8OYrySdbvAMvTsw3mo8ibKicsnfN5pRjl1p8HQ/0","unionId":"ocMvos6NjeKLIBqg5Mr9QjxrP1FA","watermark":{"timestamp":1700000000,"appid":"wx0000000000000001"}}""";

    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(BlockSize);
    private static readonly byte[] Iv = RandomNumberGenerator.GetBytes(BlockSize);

    public static string SessionKey { get; } = Convert.ToBase64String(Key);

    /// <summary>Fills the last block up, or adds one, with a character that is no padding.</summary>
    public static string ToBlocks(string text, char last) => text.PadRight((text.Length / BlockSize * BlockSize) + BlockSize, last);

    public static EncryptedUserData Encrypt(string plaintext, PaddingMode padding = PaddingMode.PKCS7) =>
        Encrypt(Encoding.UTF8.GetBytes(plaintext), padding);

    public static EncryptedUserData Encrypt(byte[] plaintext, PaddingMode padding = PaddingMode.PKCS7)
    {
        using var aes = Aes.Create();
        aes.Key = Key;
        return new(Convert.ToBase64String(aes.EncryptCbc(plaintext, Iv, padding)), Convert.ToBase64String(Iv));
    }
}
