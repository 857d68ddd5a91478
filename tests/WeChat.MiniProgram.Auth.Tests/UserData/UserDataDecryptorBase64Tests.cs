using System.Text;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class UserDataDecryptorBase64Tests
{
    // Its last two bytes leave spare bits in the text, and it has both letters that the URL alphabet changes.
    private const string Iv = "+/+/+/+/+/+/+/+/+/+/+w==";

    private static readonly EncryptedUserData Genuine = Encrypted.Bytes(Encoding.UTF8.GetBytes(Plaintext.Phone()), iv: Iv);

    private readonly TestApp app = new();

    private static IEnumerable<TestCaseData<string?>> BadData => BadTexts(Genuine.EncryptedData);

    private static IEnumerable<TestCaseData<string?>> BadIvs => BadTexts(Iv);

    [OneTimeTearDown]
    public void DisposeApp() => app.Dispose();

    [Test]
    public void Decrypt_UndamagedTexts_AreRead() => Verdict.Accepted<UserPhoneNumber>(app.Decryptor, Genuine);

    [TestCaseSource(nameof(BadData))]
    public void Decrypt_BadEncryptedData_IsRefused(string? text) =>
        Verdict.Refused<UserPhoneNumber>(app.Decryptor, Genuine with { EncryptedData = text! });

    [TestCaseSource(nameof(BadIvs))]
    public void Decrypt_BadIv_IsRefused(string? text) =>
        Verdict.Refused<UserPhoneNumber>(app.Decryptor, Genuine with { Iv = text! });

    [TestCase(1)]
    [TestCase(15)]
    [TestCase(17)]
    [TestCase(32)]
    [TestCase(100_000)]
    public void Decrypt_IvOfAnotherLength_IsRefused(int length)
    {
        byte[] iv = [.. Convert.FromBase64String(Iv), .. new byte[100_000]];

        Verdict.Refused<UserPhoneNumber>(app.Decryptor, Genuine with { Iv = Convert.ToBase64String(iv[..length]) });
    }

    [TestCase(-1)]
    [TestCase(1)]
    [TestCase(8)]
    public void Decrypt_CiphertextNotInWholeBlocks_IsRefused(int more)
    {
        byte[] ciphertext = [.. Convert.FromBase64String(Genuine.EncryptedData), .. new byte[16]];

        Verdict.Refused<UserPhoneNumber>(
            app.Decryptor, Genuine with { EncryptedData = Convert.ToBase64String(ciphertext[..(ciphertext.Length - 16 + more)]) });
    }

    [Test]
    public void Decrypt_SpacesWherePlusesWere_AreRead()
    {
        Assert.That(Genuine.EncryptedData, Does.Contain("+"));

        Verdict.Accepted<UserPhoneNumber>(
            app.Decryptor, new(Genuine.EncryptedData.Replace('+', ' '), Genuine.Iv.Replace('+', ' ')));
    }

    [TestCase("", "\r\n")]
    [TestCase("\t", "")]
    [TestCase("", " ")]
    [TestCase(" \n", "    ")]
    public void Decrypt_WhiteSpaceAroundTheTexts_IsRead(string before, string after)
    {
        var around = new EncryptedUserData($"{before}{Genuine.EncryptedData}{after}", $"{before}{Genuine.Iv}{after}");

        Verdict.Accepted<UserPhoneNumber>(app.Decryptor, around);
        Verdict.Accepted<UserPhoneNumber>(app.Decryptor, around with { EncryptedData = around.EncryptedData.Replace('+', ' ') });
    }

    [Test]
    public void Decrypt_SpaceAtTheEndWhereAPlusWas_IsRead()
    {
        var data = Enumerable.Range(0, 10_000).Select(WithoutPadding).First(data => data.EncryptedData.EndsWith('+'));

        Verdict.Accepted<UserPhoneNumber>(app.Decryptor, data with { EncryptedData = data.EncryptedData[..^1] + ' ' });
    }

    [Test]
    public void Decrypt_EncryptedDataAndIvSwapped_IsRefused() =>
        Verdict.Refused<UserPhoneNumber>(app.Decryptor, new(Genuine.Iv, Genuine.EncryptedData));

    /// <summary>Genuine data of a number of bytes that Base64 writes without an equals sign.</summary>
    private static EncryptedUserData WithoutPadding(int seed)
    {
        const int BlocksOfWholeQuanta = 48;
        var json = Encoding.UTF8.GetBytes(Plaintext.Phone());
        var length = (json.Length / BlocksOfWholeQuanta * BlocksOfWholeQuanta) + BlocksOfWholeQuanta - 1;
        byte[] padded = [.. json, .. Enumerable.Repeat((byte)' ', length - json.Length)];
        byte[] iv = [.. BitConverter.GetBytes(seed), .. new byte[12]];
        return Encrypted.Bytes(padded, iv: Convert.ToBase64String(iv));
    }

    private static IEnumerable<TestCaseData<string?>> BadTexts(string text)
    {
        // A vector's text ends in A== or w==: the next letter stands for the same bytes.
        var canonical = text[^3];
        yield return Row("Null", null);
        yield return Row("Empty", "");
        yield return Row("Blank", "   ");
        yield return Row("OnlyPadding", "====");
        yield return Row("PaddingMissing", text.TrimEnd('='));
        yield return Row("PaddingHalfMissing", text[..^1]);
        yield return Row("PaddingTwice", text + "==");
        yield return Row("UrlAlphabet", text.Replace('+', '-').Replace('/', '_'));
        yield return Row("NotCanonical", text[..^3] + (char)(canonical + 1) + "==");
        yield return Row("LineBreakInside", text.Insert(8, "\n"));
        yield return Row("PercentEscaped", Uri.EscapeDataString(text));
        yield return Row("NotAscii", "é" + text[1..]);
        yield return Row("FullWidthPlus", text.Replace('+', '＋'));
        yield return Row("LowByteOfALetter", (char)(text[0] + 0x100) + text[1..]);
        yield return Row("LoneSurrogate", "\ud83d" + text[1..]);
        yield return Row("NulAtTheEnd", text + "\0");
        yield return Row("Quoted", $"\"{text}\"");
    }

    private static TestCaseData<string?> Row(string name, string? text) => new TestCaseData<string?>(text).SetArgDisplayNames(name);
}
