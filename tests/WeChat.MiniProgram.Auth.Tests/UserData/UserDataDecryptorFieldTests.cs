
namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>What each type needs, and data of another kind.</summary>
public sealed class UserDataDecryptorFieldTests
{
    private readonly TestApp app = new();

    [OneTimeTearDown]
    public void DisposeApp() => app.Dispose();

    [TestCase("86", "86")]
    [TestCase("\"86\"", "86")]
    [TestCase("\"\"", "")]
    [TestCase("1", "1")]
    public void Decrypt_CountryCode_IsReadFromTextAndNumber(string json, string countryCode) =>
        Assert.That(Verdict.Accepted<UserPhoneNumber>(app.Decryptor, Phone(countryCode: json)).CountryCode, Is.EqualTo(countryCode));

    [TestCase("null")]
    [TestCase("86.5")]
    [TestCase("1e400")]
    [TestCase("true")]
    [TestCase("{}")]
    [TestCase("[86]")]
    public void Decrypt_CountryCodeIsNeither_IsRefused(string json) =>
        Verdict.Refused<UserPhoneNumber>(app.Decryptor, Phone(countryCode: json));

    [TestCase("null")]
    [TestCase("\"\"")]
    [TestCase("13580006666")]
    public void Decrypt_PhoneNumberIsNoText_IsRefused(string json)
    {
        Verdict.Refused<UserPhoneNumber>(app.Decryptor, Phone(phoneNumber: json));
        Verdict.Refused<UserPhoneNumber>(app.Decryptor, Phone(purePhoneNumber: json));
    }

    [Test]
    public void Decrypt_ForeignPhoneNumber_KeepsItsPrefix()
    {
        var phone = Verdict.Accepted<UserPhoneNumber>(app.Decryptor, Phone("\"+85251234567\"", "\"51234567\"", "852"));

        Assert.That(phone.PhoneNumber, Is.EqualTo("+85251234567"));
        Assert.That(phone.PurePhoneNumber, Is.EqualTo("51234567"));
        Assert.That(phone.CountryCode, Is.EqualTo("852"));
    }

    [TestCase("0", Gender.Unknown)]
    [TestCase("2", Gender.Female)]
    public void Decrypt_Gender_IsReadFromItsNumber(string json, Gender gender) =>
        Assert.That(Verdict.Accepted<UserInfo>(app.Decryptor, Data($"\"gender\":{json}")).Gender, Is.EqualTo(gender));

    [Test]
    public void Decrypt_ProfileWithoutIds_IsRead() =>
        Assert.That(Verdict.Accepted<UserInfo>(app.Decryptor, Data("\"nickName\":\"微信用户\"")), Is.EqualTo(new UserInfo
        {
            NickName = "微信用户", Watermark = new() { AppId = TestApp.AppId, Timestamp = app.Time.GetUtcNow() },
        }));

    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("[null]")]
    [TestCase("""[{"timestamp":1700000000,"step":1},null]""")]
    [TestCase("""[{"timestamp":"1700000000","step":1}]""")]
    [TestCase("""[{"timestamp":1700000000,"step":1.5}]""")]
    [TestCase("""[{"timestamp":1700000000,"step":2147483648}]""")]
    public void Decrypt_StepsAreNone_IsRefused(string json) =>
        Verdict.Refused<WeRunData>(app.Decryptor, Data($"\"stepInfoList\":{json}"));

    [Test]
    public void Decrypt_NoStepsYet_IsAnEmptyList() =>
        Assert.That(Verdict.Accepted<WeRunData>(app.Decryptor, Data("\"stepInfoList\":[]")).StepInfoList, Is.Empty);

    [Test]
    public void Decrypt_DataOfAnotherKind_IsRefused() => Assert.Multiple(() =>
    {
        var profile = Data("\"nickName\":\"Band\",\"gender\":1");
        Verdict.Refused<UserPhoneNumber>(app.Decryptor, profile);
        Verdict.Refused<WeRunData>(app.Decryptor, profile);
        Verdict.Refused<ShareInfo>(app.Decryptor, profile);
        Verdict.Refused<ShareInfo>(app.Decryptor, new(Vectors.Synthetic.GroupData, Vectors.Synthetic.Iv));
        Verdict.Refused<WeRunData>(app.Decryptor, new(Vectors.Synthetic.PhoneData, Vectors.Synthetic.Iv));
        Verdict.Refused<UserPhoneNumber>(app.Decryptor, new(Vectors.Synthetic.WeRunData, Vectors.Synthetic.Iv));
    });

    private static EncryptedUserData Phone(
        string phoneNumber = "\"13580006666\"", string purePhoneNumber = "\"13580006666\"", string countryCode = "\"86\"") =>
        Data($"\"phoneNumber\":{phoneNumber},\"purePhoneNumber\":{purePhoneNumber},\"countryCode\":{countryCode}");

    private static EncryptedUserData Data(string members) => Encrypted.Json($$"""{{{members}},"watermark":{{Plaintext.Watermark()}}}""");
}
