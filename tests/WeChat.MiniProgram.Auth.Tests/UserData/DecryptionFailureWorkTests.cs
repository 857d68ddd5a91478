using System.Security.Cryptography;
using System.Text;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>What does not get as far as the parser pays for a text of its length all the same. What a parser allocates tells that it ran.</summary>
public sealed class DecryptionFailureWorkTests
{
    private const int Length = 24_000;

    private readonly TestApp app = new();

    [OneTimeTearDown]
    public void DisposeApp() => app.Dispose();

    [TestCase(true)]
    [TestCase(false)]
    public void TryDecrypt_LongTextThatIsNotParsed_IsPaidForByItsLength(bool isBase64)
    {
        var text = new string(isBase64 ? 'x' : '?', Length);
        var data = isBase64 ? Encrypted.Bytes(Encoding.ASCII.GetBytes(text)) : new EncryptedUserData(text, Vectors.Synthetic.Iv);

        var ofItsLength = LeastAllocatedBy(data) - LeastAllocatedBy(new("?", "?"));

        Assert.That(ofItsLength, Is.InRange(1.25 * Length, 6 * Length));
    }

    /// <summary>The work goes by the length of the ciphertext, which the attacker knows, and not by that of the text inside its padding.</summary>
    [Test]
    public void TryDecrypt_GoodPaddingOrBad_AreAllocatedAlike([Range(16, 2048, 16)] int length)
    {
        var good = Blocks(length, padding: 16);
        var bad = Blocks(length, padding: 17);
        // A parse that only one of them pays for is a kilobyte; the messages of the exceptions inside differ by some characters.
        Assert.That(LeastAllocatedBy(bad), Is.EqualTo(LeastAllocatedBy(good)).Within(64));
    }

    private static EncryptedUserData Blocks(int length, byte padding) => Encrypted.Bytes(
        [.. Enumerable.Repeat((byte)'x', length - 16), .. Enumerable.Repeat(padding, 16)], PaddingMode.None);

    /// <summary>Of some tries, since the runtime allocates now and then too.</summary>
    private long LeastAllocatedBy(EncryptedUserData data) => Enumerable.Range(0, 5).Min(_ => Fuzzed.AllocatedBy(() => Fail(data)));

    [Test]
    public void TryDecrypt_JsonWhoseFirstFieldIsOfAnotherType_IsPaidForAsNoise()
    {
        var json = $$"""{"gender":[],"filler":"{{new string('x', Length)}}"}""";
        var noise = new string('x', json.Length);

        var forJson = LeastAllocatedBy(Encrypted.Json(json));

        // The parser allocates a little before it meets the field.
        Assert.That(forJson, Is.EqualTo(LeastAllocatedBy(Encrypted.Json(noise))).Within(2_000));
    }

    private void Fail(EncryptedUserData data) =>
        Assert.That(app.Decryptor.TryDecrypt<UserInfo>(Verdict.Key, data, out _), Is.False);
}
