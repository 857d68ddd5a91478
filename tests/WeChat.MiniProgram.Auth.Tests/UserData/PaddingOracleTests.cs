using System.Security.Cryptography;
using System.Text.Json;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The attack that one failure for every cause prevents: run against code that tells two apart, and against the package.</summary>
public sealed class PaddingOracleTests
{
    private const int Numbers = 100;

    private readonly TestApp app = new();

    [OneTimeTearDown]
    public void DisposeApp() => app.Dispose();

    [Test]
    public void Forge_ServerThatTellsPaddingFromJson_TakesAboutTwoThousandCallsANumber()
    {
        var calls = new List<int>();
        foreach (var number in Enumerable.Range(0, Numbers).Select(static i => $"138{i:D8}"))
        {
            var attack = new PaddingOracle(AnswerOfLeakyServer);
            var forged = attack.Forge(Encrypted.Json(Plaintext.Phone()), Plaintext.PhoneNumber, number);
            calls.Add(attack.Calls);

            Assert.That(AnswerOfLeakyServer(forged!), Is.EqualTo($"200 {number}"));
        }

        calls.Sort();
        TestContext.Out.WriteLine($"{Numbers} numbers forged in {calls[0]} to {calls[^1]} calls each, the median {calls[Numbers / 2]}.");
        Assert.That(calls[Numbers / 2], Is.InRange(1_800, 2_300));
        Assert.That(calls[^1], Is.LessThan(16 * 256));
    }

    [Test]
    public void Forge_ThePackage_LearnsNothing()
    {
        var attack = new PaddingOracle(AnswerOfThePackage);

        Assert.That(attack.Forge(Encrypted.Json(Plaintext.Phone()), Plaintext.PhoneNumber, "13800138000"), Is.Null);
        Assert.That(attack.Answers, Has.Count.EqualTo(1));
        Assert.That(AnswerOfThePackage(Encrypted.Json(Plaintext.Phone())), Is.EqualTo($"200 {Plaintext.PhoneNumber}"));
    }

    /// <summary>What much hand-written code does: the exception of each cause has an answer of its own.</summary>
    private static string AnswerOfLeakyServer(EncryptedUserData data)
    {
        try
        {
            using var aes = Aes.Create();
            aes.Key = Convert.FromBase64String(Vectors.Synthetic.SessionKey);
            var json = aes.DecryptCbc(Convert.FromBase64String(data.EncryptedData), Convert.FromBase64String(data.Iv));
            using var phone = JsonDocument.Parse(json);
            return $"200 {phone.RootElement.GetProperty("phoneNumber").GetString()}";
        }
        catch (CryptographicException)
        {
            return "400 wrong key";
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return "400 not a phone number";
        }
    }

    private string AnswerOfThePackage(EncryptedUserData data)
    {
        try
        {
            return $"200 {app.Decryptor.Decrypt<UserPhoneNumber>(Verdict.Key, data).PhoneNumber}";
        }
        catch (UserDataException exception)
        {
            return $"400 {exception.Message}";
        }
    }
}
