
namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>CBC has no authentication. These tests hold what that allows and, above all, what it does not.</summary>
public sealed class UserDataDecryptorTamperingTests
{
    // The bytes {"openId":" of the official sample's first block, and the five of the openId behind them.
    private const int MembersBytes = 11;
    private const int BlockBytes = 16;

    private static readonly SessionKey Key = new(Vectors.Official.SessionKey);
    private static readonly EncryptedUserData Official = new(Vectors.Official.EncryptedData, Vectors.Official.Iv);

    private readonly TestApp app = new(options =>
    {
        options.AppId = Vectors.Official.AppId;
        options.UserDataMaxAge = Timeout.InfiniteTimeSpan;
    });

    [OneTimeTearDown]
    public void DisposeApp() => app.Dispose();

    [Test]
    public void Decrypt_ForgedIv_ChangesTheOpenIdAndNothingElse()
    {
        var genuine = Verdict.Accepted<UserInfo>(app.Decryptor, Official, Key);

        var forged = Verdict.Accepted<UserInfo>(app.Decryptor, Official with { Iv = Vectors.Official.ForgedIv }, Key);

        Assert.That(forged, Is.EqualTo(genuine with { OpenId = "AAAAA0egBJY1zhBYw2KhdUfwVJJE" }));
    }

    [Test]
    public void TryDecrypt_EachBitOfTheIvFlipped_ChangesAtMostTheOpenId()
    {
        var genuine = Verdict.Accepted<UserInfo>(app.Decryptor, Official, Key);
        var openIdLost = 0;
        var openIdChanged = 0;
        for (var bit = 0; bit < 8 * BlockBytes; bit++)
        {
            if (!app.Decryptor.TryDecrypt<UserInfo>(Key, Official with { Iv = Flip(Official.Iv, bit) }, out var data))
                continue;

            // A flip in the name makes it another member, which is ignored; one behind it makes another openId.
            Assert.That(data with { OpenId = genuine.OpenId }, Is.EqualTo(genuine));
            Assert.That(data.OpenId, bit < 8 * MembersBytes ? Is.Null : Is.Not.EqualTo(genuine.OpenId));
            openIdLost += data.OpenId is null ? 1 : 0;
            openIdChanged += data.OpenId is null ? 0 : 1;
        }

        // Seven bits of each letter of openId but one that makes a control character, and of oGZUI but four. The eighth is no UTF-8, and
        // a changed quote or brace is no JSON.
        Assert.That((openIdLost, openIdChanged), Is.EqualTo(((6 * 7) - 1, (5 * 7) - 4)));
    }

    [Test]
    public void TryDecrypt_EachBitOfTheCiphertextFlipped_NeverGivesData()
    {
        var bits = 8 * Convert.FromBase64String(Official.EncryptedData).Length;

        var accepted = Enumerable.Range(0, bits)
            .Where(bit => app.Decryptor.TryDecrypt<UserInfo>(
                Key, Official with { EncryptedData = Flip(Official.EncryptedData, bit) }, out _))
            .ToList();

        Assert.That(bits, Is.EqualTo(3200));
        Assert.That(accepted, Is.Empty);
    }

    [Test]
    public void TryDecrypt_BlocksMissingOrMoved_NeverGivesData()
    {
        var ciphertext = Convert.FromBase64String(Official.EncryptedData);
        var blocks = ciphertext.Chunk(BlockBytes).ToList();
        for (var i = 0; i < blocks.Count; i++)
        {
            Verdict.Refused<UserInfo>(app.Decryptor, Official with { EncryptedData = Join(blocks.Where((_, index) => index != i)) }, Key);
            Verdict.Refused<UserInfo>(app.Decryptor, Official with { EncryptedData = Join(blocks.Take(i)) }, Key);
            Verdict.Refused<UserInfo>(
                app.Decryptor, Official with { EncryptedData = Join([.. blocks.Skip(i), .. blocks.Take(i == 0 ? 1 : i)]) }, Key);
        }

        Verdict.Refused<UserInfo>(app.Decryptor, Official with { EncryptedData = Join(blocks.Append(blocks[^1])) }, Key);
        Assert.That(Join(blocks), Is.EqualTo(Official.EncryptedData));
    }

    private static string Join(IEnumerable<byte[]> blocks) => Convert.ToBase64String([.. blocks.SelectMany(block => block)]);

    private static string Flip(string base64, int bit)
    {
        var bytes = Convert.FromBase64String(base64);
        bytes[bit / 8] ^= (byte)(0x80 >> (bit % 8));
        return Convert.ToBase64String(bytes);
    }
}
