using System.Security.Cryptography;
using System.Text;
using CsCheck;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class SignatureFuzzTests
{
    [Test]
    public Task Verify_AnyTexts_IsFalse() => Fuzzed.SampleAsync(
        Gen.Select(Hostile.Text, Hostile.Text, Hostile.Text),
        texts =>
        {
            var (rawData, signature, key) = texts;
            Assert.That(UserDataSignature.Verify(rawData, signature, new(key + ".")), Is.False);
        });

    [Test]
    public Task Verify_GenuineSignatureOfAnyText_IsTrueInEitherCase() => Fuzzed.SampleAsync(
        Gen.Select(Hostile.Text, Hostile.Text, Gen.Bool),
        input =>
        {
            var (rawData, key, upper) = input;
            Assert.That(UserDataSignature.Verify(rawData, SignatureOf(rawData, key + ".", upper), new(key + ".")), Is.True);
        });

    [Test]
    public Task Verify_DamagedSignature_IsTrueOnlyForTheSameDigits() => Fuzzed.SampleAsync(
        Hostile.Damaged(Vectors.OfficialSignature.Signature),
        bytes =>
        {
            var signature = Encoding.Latin1.GetString(bytes);
            var isSame = signature.Equals(Vectors.OfficialSignature.Signature, StringComparison.OrdinalIgnoreCase);

            Assert.That(
                UserDataSignature.Verify(Vectors.OfficialSignature.RawData, signature, new(Vectors.OfficialSignature.SessionKey)),
                Is.EqualTo(isSame));
        });

    [Test]
    public Task Verify_AnyLength_AllocatesNoMoreThanItsBuffer() => Fuzzed.SampleAsync(
        Gen.Select(Gen.Int[0, 500_000], Gen.OneOfConst('a', 'é', '微', '\ud800')),
        input =>
        {
            var rawData = new string(input.Item2, input.Item1);

            var allocated = Fuzzed.AllocatedBy(() => UserDataSignature.Verify(rawData, "", Verdict.Key));

            Assert.That(allocated, Is.LessThan((64 * 1024) + (8L * rawData.Length)));
        },
        times: 50);

    private static string SignatureOf(string rawData, string key, bool upper)
    {
#pragma warning disable CA5350 // WeChat's protocol prescribes the algorithm.
        var digits = Convert.ToHexString(SHA1.HashData([.. Encoding.UTF8.GetBytes(rawData), .. Encoding.UTF8.GetBytes(key)]));
#pragma warning restore CA5350
        return upper ? digits : digits.ToLowerInvariant();
    }
}
