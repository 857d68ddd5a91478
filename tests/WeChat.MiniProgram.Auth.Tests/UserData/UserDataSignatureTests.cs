using System.Security.Cryptography;
using System.Text;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class UserDataSignatureTests
{
    private const string Official = Vectors.OfficialSignature.Signature;

    private static readonly SessionKey Key = new(Vectors.OfficialSignature.SessionKey);

    [Test]
    public void Verify_OfficialSample_IsTrue() => Assert.That(VerifyOfficial(Official), Is.True);

    [Test]
    public void Verify_ChineseNickname_IsTrue() => Assert.That(
        UserDataSignature.Verify(Vectors.Synthetic.RawData, Vectors.Synthetic.Signature, Verdict.Key), Is.True);

    [Test]
    public void Verify_UpperOrMixedCase_IsTrue()
    {
        Assert.That(VerifyOfficial(Official.ToUpperInvariant()), Is.True);
        Assert.That(VerifyOfficial(Official[..20] + Official[20..].ToUpperInvariant()), Is.True);
    }

    [Test]
    public void Verify_AnyDigitChanged_IsFalse()
    {
        for (var i = 0; i < Official.Length; i++)
        {
            foreach (var digit in "0123456789abcdef".Where(digit => digit != Official[i]))
                Assert.That(VerifyOfficial(Replace(i, digit)), Is.False, $"{digit} at {i}");
        }
    }

    // Each is the digit's code with other bits set or cleared, so that a sloppy reader takes it for the digit.
    [TestCase(0x10)]
    [TestCase(0x20)]
    [TestCase(0x40)]
    [TestCase(0x80)]
    [TestCase(0x100)]
    [TestCase(0x200)]
    [TestCase(0x8000)]
    [TestCase(0xFEE0, Description = "full width")]
    public void Verify_AnyDigitReplacedByItsAlias_IsFalse(int bits)
    {
        for (var i = 0; i < Official.Length; i++)
        {
            var alias = (char)(Official[i] ^ bits);
            if (bits == 0xFEE0)
                alias = (char)(Official[i] + bits);
            if (char.ToLowerInvariant(alias) != Official[i])
                Assert.That(VerifyOfficial(Replace(i, alias)), Is.False, $"U+{(int)alias:X4} at {i}");
        }
    }

    [TestCase("")]
    [TestCase("7")]
    [TestCase("0000000000000000000000000000000000000000")]
    [TestCase(Official + "0")]
    [TestCase(Official + "\n")]
    [TestCase(" " + Official)]
    [TestCase("0x" + Official)]
    public void Verify_NotTheSignature_IsFalse(string signature) => Assert.That(VerifyOfficial(signature), Is.False);

    [Test]
    public void Verify_OneCharacterShort_IsFalse() => Assert.That(VerifyOfficial(Official[..^1]), Is.False);

    [Test]
    public void Verify_Null_IsFalse() => Assert.Multiple(() =>
    {
        Assert.That(UserDataSignature.Verify(null!, Official, Key), Is.False);
        Assert.That(UserDataSignature.Verify(Vectors.OfficialSignature.RawData, null!, Key), Is.False);
        Assert.That(UserDataSignature.Verify(Vectors.OfficialSignature.RawData, Official, null!), Is.False);
    });

    [Test]
    public void Verify_OtherRawDataOrKey_IsFalse() => Assert.Multiple(() =>
    {
        Assert.That(UserDataSignature.Verify("", Official, Key), Is.False);
        Assert.That(UserDataSignature.Verify(Vectors.OfficialSignature.RawData + " ", Official, Key), Is.False);
        Assert.That(UserDataSignature.Verify(Vectors.OfficialSignature.RawData, Official, Verdict.Key), Is.False);
    });

    [Test]
    public void Verify_EmptyRawData_IsSignedByTheKeyAlone() => Assert.That(UserDataSignature.Verify("", Sign(""), Key), Is.True);

    [TestCase("\ud83d")]
    [TestCase("a\ude00b")]
    public void Verify_LoneSurrogate_IsReadAsUtf8DoesAndNeverThrows(string rawData)
    {
        Assert.That(UserDataSignature.Verify(rawData, Official, Key), Is.False);
        Assert.That(UserDataSignature.Verify(rawData, Sign(rawData), Key), Is.True);
    }

    [TestCase(1_048_576, true)]
    [TestCase(1_048_577, false)]
    [TestCase(20_000_000, false)]
    public void Verify_RawDataOfALength_IsReadWhenItIsNotTooLong(int length, bool verified)
    {
        var rawData = new string('x', length);
        var signature = Sign(rawData);

        var allocated = Fuzzed.AllocatedBy(() =>
            Assert.That(UserDataSignature.Verify(rawData, signature, Key), Is.EqualTo(verified)));

        Assert.That(allocated, Is.LessThan(8_000_000));
    }

    [Test]
    public void Verify_AMillionCharacters_IsRead()
    {
        var rawData = new string('微', 1_000_000);

        Assert.That(UserDataSignature.Verify(rawData, Sign(rawData), Key), Is.True);
        Assert.That(UserDataSignature.Verify(rawData + "信", Sign(rawData), Key), Is.False);
    }

    private static bool VerifyOfficial(string signature) => UserDataSignature.Verify(Vectors.OfficialSignature.RawData, signature, Key);

    private static string Replace(int index, char digit) => Official[..index] + digit + Official[(index + 1)..];

#pragma warning disable CA5350 // WeChat's protocol prescribes the algorithm.
    private static string Sign(string rawData) =>
        Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(rawData + Key.Reveal())));
#pragma warning restore CA5350
}
