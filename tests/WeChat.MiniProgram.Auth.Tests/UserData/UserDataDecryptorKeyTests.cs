using System.Security.Cryptography;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class UserDataDecryptorKeyTests
{
    private const int ManyKeys = 20_000;

    private static readonly EncryptedUserData Phone = new(Vectors.Synthetic.PhoneData, Vectors.Synthetic.Iv);

    private readonly TestApp app = new();

    [OneTimeTearDown]
    public void DisposeApp() => app.Dispose();

    [TestCase("a")]
    [TestCase(" ")]
    [TestCase("not Base64 at all")]
    [TestCase("密钥密钥")]
    [TestCase("MDEyMzQ1Njc4OWFiY2RlZg", Description = "without its padding")]
    [TestCase("MDEyMzQ1Njc4OWFiY2RlZh==", Description = "the same bytes, but not canonical")]
    [TestCase("MDEyMzQ1Njc4OWFiY2RlZg==\n")]
    [TestCase("0123456789abcdef", Description = "the bytes themselves")]
    public void Decrypt_KeyIsNotBase64Of16Bytes_IsRefused(string key) =>
        Verdict.Refused<UserPhoneNumber>(app.Decryptor, Phone, new(key));

    [TestCase(1)]
    [TestCase(15)]
    [TestCase(17)]
    [TestCase(24)]
    [TestCase(32)]
    [TestCase(1_000_000)]
    public void Decrypt_KeyOfAnotherLength_IsRefused(int length)
    {
        byte[] key = [.. Convert.FromBase64String(Vectors.Synthetic.SessionKey), .. new byte[length]];

        Verdict.Refused<UserPhoneNumber>(app.Decryptor, Phone, new(Convert.ToBase64String(key[..length])));
    }

    [TestCase(24)]
    [TestCase(32)]
    public void Decrypt_EncryptedUnderALongerKey_IsRefused(int length)
    {
        var key = Convert.ToBase64String(new byte[length]);

        Verdict.Refused<UserPhoneNumber>(
            app.Decryptor, Encrypted.Bytes([.. Plaintext.Phone().Select(letter => (byte)letter)], sessionKey: key), new(key));
    }

    [Test]
    public void Decrypt_EncryptedUnderAKeyOfZeros_NeedsThatKey()
    {
        var key = Convert.ToBase64String(new byte[16]);
        var data = Encrypted.Bytes([.. Plaintext.Phone().Select(letter => (byte)letter)], sessionKey: key);

        Verdict.Accepted<UserPhoneNumber>(app.Decryptor, data, new(key));
        Verdict.Refused<UserPhoneNumber>(app.Decryptor, data, new("not a key"));
    }

    [Test]
    public void Decrypt_IvOfZeros_IsNotWhatAMissingIvMeans()
    {
        var iv = Convert.ToBase64String(new byte[16]);
        var data = Encrypted.Bytes([.. Plaintext.Phone().Select(letter => (byte)letter)], iv: iv);

        Verdict.Accepted<UserPhoneNumber>(app.Decryptor, data);
        Verdict.Refused<UserPhoneNumber>(app.Decryptor, data with { Iv = "" });
    }

    [Test]
    public void TryDecrypt_ManyRandomKeys_NoneGivesData()
    {
        var decrypted = 0;
        for (var i = 0; i < ManyKeys; i++)
        {
            var key = new SessionKey(Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)));
            decrypted += app.Decryptor.TryDecrypt<UserPhoneNumber>(key, Phone, out _) ? 1 : 0;
        }

        Assert.That(decrypted, Is.Zero);
        Assert.That(app.Decryptor.TryDecrypt<UserPhoneNumber>(Verdict.Key, Phone, out _), Is.True);
    }
}
