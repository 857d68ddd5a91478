using System.Security.Cryptography;
using System.Text;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>Encrypts as WeChat does, under the synthetic key and iv unless told otherwise.</summary>
internal static class Encrypted
{
    public static EncryptedUserData Json(string json) => Bytes(Encoding.UTF8.GetBytes(json));

    // PaddingMode.None: the bytes are whole blocks, with a padding of the test's own making.
    public static EncryptedUserData Bytes(
        byte[] plaintext,
        PaddingMode padding = PaddingMode.PKCS7,
        string sessionKey = Vectors.Synthetic.SessionKey,
        string iv = Vectors.Synthetic.Iv)
    {
        using var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(sessionKey);
        return new(Convert.ToBase64String(aes.EncryptCbc(plaintext, Convert.FromBase64String(iv), padding)), iv);
    }
}
