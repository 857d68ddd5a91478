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
        Fail(data);
        Fail(new("?", "?"));

        var ofItsLength = Fuzzed.AllocatedBy(() => Fail(data)) - Fuzzed.AllocatedBy(() => Fail(new("?", "?")));

        Assert.That(ofItsLength, Is.InRange(1.25 * Length, 6 * Length));
    }

    private void Fail(EncryptedUserData data) =>
        Assert.That(app.Decryptor.TryDecrypt<UserInfo>(Verdict.Key, data, out _), Is.False);
}
