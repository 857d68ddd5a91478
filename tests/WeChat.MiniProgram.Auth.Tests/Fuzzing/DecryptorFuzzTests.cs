using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CsCheck;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class DecryptorFuzzTests
{
    private const int FixedBytes = 64 * 1024;
    private const int BytesPerCharacter = 32;

    private static readonly byte[] WhiteSpace = [(byte)' ', (byte)'\t', (byte)'\n', (byte)'\r'];

    private static readonly Gen<byte[]> AnyPlaintext = Gen.OneOf(
        Gen.Const(Encoding.UTF8.GetBytes(Plaintext.Phone())),
        Hostile.Bytes,
        Hostile.Damaged(Plaintext.Phone()),
        Hostile.Damaged(Plaintext.Phone()),
        Hostile.Json("phoneNumber", "purePhoneNumber", "countryCode", "openId", "openGId", "gender", "stepInfoList", "chat_type", "watermark")
            .Select(json => Encoding.UTF8.GetBytes(json)),
        Hostile.Json("appid", "timestamp").Select(watermark => Encoding.UTF8.GetBytes(Plaintext.Phone(watermark))));

    private readonly TestApp app = new();

    [OneTimeTearDown]
    public void DisposeApp() => app.Dispose();

    [Test]
    public Task Decrypt_AnyTexts_AreRefusedInTheOneWay() => Fuzzed.SampleAsync(
        Gen.Select(Hostile.Text, Hostile.Text, Hostile.Text),
        texts =>
        {
            var (key, data, iv) = texts;
            Verdict.Refused<UserInfo>(app.Decryptor, new(data, iv), new(key + "."));
            Verdict.Refused<UserInfo>(app.Decryptor, new(data, Vectors.Synthetic.Iv));
        });

    [Test]
    public Task Decrypt_DamagedCiphertext_IsRefusedInTheOneWay() => Fuzzed.SampleAsync(
        Hostile.Damaged(Vectors.Synthetic.PhoneData).Where(bytes => !IsPhoneData(Encoding.Latin1.GetString(bytes))),
        bytes => Verdict.Refused<UserPhoneNumber>(app.Decryptor, new(Encoding.Latin1.GetString(bytes), Vectors.Synthetic.Iv)));

    [Test]
    public async Task Decrypt_AnyPlaintext_IsAcceptedOnlyAsJsonWithThisAppsWatermark()
    {
        var accepted = 0;
        await Fuzzed.SampleAsync(AnyPlaintext, plaintext =>
        {
            var data = Encrypted.Bytes(plaintext);
            accepted += Check<UserPhoneNumber>(data, plaintext) ? 1 : 0;
            Check<UserInfo>(data, plaintext);
            Check<WeRunData>(data, plaintext);
            Check<ShareInfo>(data, plaintext);
            Check<GroupEnterInfo>(data, plaintext);
        });

        Assert.That(accepted, Is.Positive);
    }

    // White space of JSON behind the data would be parsed with it, so that the padding alone decides.
    [Test]
    public Task Decrypt_AnyLastBlock_IsAcceptedOnlyWithStrictPadding() => Fuzzed.SampleAsync(
        Gen.Select(Gen.OneOfConst(WhiteSpace).Array[16], Gen.Int[0, 16], Gen.Byte[0, 17], Gen.Byte),
        input =>
        {
            var (lastBlock, paddingLength, padding, last) = input;
            lastBlock.AsSpan(16 - paddingLength).Fill(padding);
            lastBlock[^1] = last % 4 == 0 ? last : lastBlock[^1];
            var count = lastBlock[^1];
            var isPadding = count is >= 1 and <= 16 && lastBlock.AsSpan(16 - count).IndexOfAnyExcept(count) < 0;
            var isJson = isPadding && lastBlock.AsSpan(0, 16 - count).IndexOfAnyExcept(WhiteSpace) < 0;

            var data = Encrypted.Bytes([.. Encoding.UTF8.GetBytes(Plaintext.PhoneOfLength(256)), .. lastBlock], PaddingMode.None);

            Assert.That(app.Decryptor.TryDecrypt<UserPhoneNumber>(Verdict.Key, data, out _), Is.EqualTo(isJson));
        });

    [Test]
    public async Task TryDecrypt_AnyLength_AllocatesInProportionToIt()
    {
        app.Decryptor.TryDecrypt<UserInfo>(Verdict.Key, Encrypted.Bytes([1]), out _);
        await Fuzzed.SampleAsync(
            Gen.Select(Gen.Int[0, 200_000], Gen.OneOfConst('{', '[', ' ', 'A', '=', 'é', '"'), Gen.Bool),
            input =>
            {
                var (length, letter, encrypted) = input;
                var text = new string(letter, length);
                var data = encrypted ? Encrypted.Json(text) : new(text, Vectors.Synthetic.Iv);

                var allocated = Fuzzed.AllocatedBy(() => app.Decryptor.TryDecrypt<UserInfo>(Verdict.Key, data, out _));

                Assert.That(allocated, Is.LessThan(FixedBytes + ((long)BytesPerCharacter * data.EncryptedData.Length)));
            },
            times: 50);
    }

    // The genuine text is no damage, nor what becomes it by the two repairs: a space that was a plus, and white space round it.
    private static bool IsPhoneData(string text) =>
        new[] { text, text.Trim() }.Any(read => read.Replace(' ', '+') == Vectors.Synthetic.PhoneData);

    private bool Check<T>(EncryptedUserData data, byte[] plaintext)
        where T : UserData
    {
        if (!app.Decryptor.TryDecrypt<T>(Verdict.Key, data, out var userData))
        {
            Verdict.Refused<T>(app.Decryptor, data);
            return false;
        }

        using var document = JsonDocument.Parse(plaintext);
        Assert.That(document.RootElement.ValueKind, Is.EqualTo(JsonValueKind.Object));
        Assert.That(userData.Watermark.AppId, Is.EqualTo(TestApp.AppId));
        Assert.That(app.Time.GetUtcNow() - userData.Watermark.Timestamp, Is.InRange(TimeSpan.FromMinutes(-5), TimeSpan.FromDays(3)));
        Assert.That(userData.ToString(), Does.Not.Contain(Plaintext.PhoneNumber));
        return true;
    }
}
