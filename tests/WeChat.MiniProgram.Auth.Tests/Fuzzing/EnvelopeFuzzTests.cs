using System.Text;
using System.Text.Json;
using CsCheck;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>What a mini program posts, read as an endpoint reads it, and given to the package without a look.</summary>
public sealed class EnvelopeFuzzTests
{
    private const string Genuine = $$"""{"encryptedData":"{{Vectors.Synthetic.ShareData}}","iv":"{{Vectors.Synthetic.Iv}}"}""";

    [Test]
    public async Task DecryptAsync_AnyEnvelope_IsDataOrTheOneFailure()
    {
        using var app = new TestApp(options => options.UserDataMaxAge = Timeout.InfiniteTimeSpan);
        await app.SessionKeys.AddAsync(new(TestApp.AppId, Answers.OpenId), Verdict.Key);
        var accepted = 0;
        await Fuzzed.SampleAsync(
            Gen.OneOf(Gen.Const(Encoding.UTF8.GetBytes(Genuine)), Hostile.Damaged(Genuine), Hostile.Json("encryptedData", "iv", "EncryptedData", "more").Select(Encoding.UTF8.GetBytes)),
            async body =>
            {
                if (Read(body) is not { } envelope)
                {
                    return;
                }

                Assert.That(envelope.ToString(), Is.EqualTo($"EncryptedUserData {{ {envelope.EncryptedData?.Length ?? 0} characters }}"));
                try
                {
                    await app.Login.DecryptAsync<ShareInfo>(Answers.OpenId, envelope);
                    accepted++;
                }
                catch (UserDataException exception)
                {
                    Verdict.IsTheOneFailure(exception);
                }
            },
            times: 1000);

        Assert.That(accepted, Is.Positive);
    }

    private static EncryptedUserData? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<EncryptedUserData>(body, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
