namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The client chooses how long its data is, and so must not choose how much memory and time it takes.</summary>
public sealed class LongTextTests
{
    private const int AtMost = 1_048_576;

    // A byte more needs a block more.
    private const int JsonOfTheLongest = (AtMost / 4 * 3) - 1;

    private readonly TestApp app = new();

    [OneTimeTearDown]
    public void DisposeApp() => app.Dispose();

    [Test]
    public void Decrypt_LongestText_IsRead()
    {
        var data = Encrypted.Json(Plaintext.PhoneOfLength(JsonOfTheLongest));

        Assert.That(data.EncryptedData, Has.Length.EqualTo(AtMost));
        Assert.That(Verdict.Accepted<UserPhoneNumber>(app.Decryptor, data).PhoneNumber, Is.EqualTo(Plaintext.PhoneNumber));
    }

    [Test]
    public void Decrypt_LongerText_IsRefused()
    {
        var data = Encrypted.Json(Plaintext.PhoneOfLength(JsonOfTheLongest + 1));

        Verdict.Refused<UserPhoneNumber>(app.Decryptor, data);
    }

    [Test]
    public void TryDecrypt_TextOfMegabytes_TakesNoMemoryForIt()
    {
        var data = Encrypted.Json(Plaintext.Phone()) with { EncryptedData = new string('A', 20_000_000) };
        app.Decryptor.TryDecrypt<UserPhoneNumber>(Verdict.Key, data, out _);

        Assert.That(
            Fuzzed.AllocatedBy(() => app.Decryptor.TryDecrypt<UserPhoneNumber>(Verdict.Key, data, out _)), Is.LessThan(1_000_000));
    }
}
