using System.Security.Cryptography;
using System.Text;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The bad paddings are white space where they can be: then the JSON before them parses, and only the padding is wrong.</summary>
public sealed class UserDataDecryptorPaddingTests
{
    private const int WholeBlocks = 512;

    private readonly TestApp app = new();

    [OneTimeTearDown]
    public void DisposeApp() => app.Dispose();

    [Test]
    public void Decrypt_PaddingOfEveryLength_IsRead([Range(1, 16)] int length)
    {
        var data = Padded(Enumerable.Repeat((byte)length, length));

        Assert.That(Verdict.Accepted<UserPhoneNumber>(app.Decryptor, data).PhoneNumber, Is.EqualTo(Plaintext.PhoneNumber));
    }

    [TestCase(0, 1, TestName = "Decrypt_PaddingOf0_IsRefused")]
    [TestCase(0, 16, TestName = "Decrypt_PaddingOfABlockOf0_IsRefused")]
    [TestCase(17, 17, TestName = "Decrypt_PaddingOf17_IsRefused")]
    [TestCase(255, 255, TestName = "Decrypt_PaddingOf255_IsRefused")]
    [TestCase(32, 1, TestName = "Decrypt_PaddingOfASpace_IsRefused")]
    [TestCase(32, 16, TestName = "Decrypt_PaddingOfABlockOfSpaces_IsRefused")]
    [TestCase(32, 32, TestName = "Decrypt_PaddingOf32Spaces_IsRefused")]
    [TestCase(9, 8, TestName = "Decrypt_PaddingOneShort_IsRefused")]
    [TestCase(13, 12, TestName = "Decrypt_PaddingOneShortOf13_IsRefused")]
    public void Decrypt_BadPadding_IsRefused(byte value, int count) =>
        Verdict.Refused<UserPhoneNumber>(app.Decryptor, Padded(Enumerable.Repeat(value, count)));

    [Test]
    public void Decrypt_PaddingLongerThanItsValue_IsReadAsTextThatEndsInWhiteSpace() =>
        Verdict.Accepted<UserPhoneNumber>(app.Decryptor, Padded(Enumerable.Repeat((byte)'\n', 12)));

    [Test]
    public void Decrypt_OneByteOfThePaddingDiffers_IsRefused([Range(0, 8)] int index)
    {
        var padding = Enumerable.Repeat((byte)'\n', '\n').ToArray();
        padding[index] = (byte)' ';

        Verdict.Refused<UserPhoneNumber>(app.Decryptor, Padded(padding));
    }

    [Test]
    public void Decrypt_OnlyPadding_IsRefused() =>
        Verdict.Refused<UserPhoneNumber>(
            app.Decryptor, Encrypted.Bytes([.. Enumerable.Repeat((byte)16, 16)], PaddingMode.None));

    private static EncryptedUserData Padded(IEnumerable<byte> padding)
    {
        byte[] tail = [.. padding];
        var json = Plaintext.PhoneOfLength(WholeBlocks - tail.Length);
        return Encrypted.Bytes([.. Encoding.UTF8.GetBytes(json), .. tail], PaddingMode.None);
    }
}
