
namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>A host's own types and its own JSON metadata.</summary>
public sealed class UserDataDecryptorTypeInfoTests
{
    private static readonly EncryptedUserData Membership = Encrypted.Json(
        $$"""{"openId":"oUser","member_no":"M1","Level":3,"watermark":{{Plaintext.Watermark()}}}""");

    private readonly TestApp app = new();

    [OneTimeTearDown]
    public void DisposeApp() => app.Dispose();

    [Test]
    public void Decrypt_HostsOwnType_GivesEveryField()
    {
        var decrypted = app.Decryptor.Decrypt(Verdict.Key, Membership, HostJsonContext.Default.HostMembership);

        Assert.That(decrypted, Is.EqualTo(new HostMembership
        {
            MemberNo = "M1", Level = 3, OpenId = "oUser", Watermark = new() { AppId = TestApp.AppId, Timestamp = app.Time.GetUtcNow() },
        }));
    }

    [Test]
    public void TryDecrypt_HostsOwnType_GivesTheSame()
    {
        Assert.That(app.Decryptor.TryDecrypt(Verdict.Key, Membership, HostJsonContext.Default.HostMembership, out var tried), Is.True);
        Assert.That(tried, Is.EqualTo(app.Decryptor.Decrypt(Verdict.Key, Membership, HostJsonContext.Default.HostMembership)));
    }

    [Test]
    public void Decrypt_HostsRequiredMemberMissing_IsRefused() => Refused(
        $$"""{"Level":3,"watermark":{{Plaintext.Watermark()}}}""");

    [TestCase("wx0000000000000002", "1700000000")]
    [TestCase(TestApp.AppId, "1600000000")]
    public void Decrypt_HostsOwnTypeOfAnotherAppOrAge_IsRefused(string appId, string timestamp) => Refused(
        $$"""{"member_no":"M1","watermark":{{Plaintext.Watermark(timestamp, $"\"{appId}\"")}}}""");

    [Test]
    public void Decrypt_PhoneByTheHostsContexts_GivesTheSameAsByThePackages()
    {
        EncryptedUserData data = new(Vectors.Synthetic.PhoneData, Vectors.Synthetic.Iv);
        var phone = app.Decryptor.Decrypt<UserPhoneNumber>(Verdict.Key, data);

        Assert.That(app.Decryptor.Decrypt(Verdict.Key, data, HostJsonContext.Default.UserPhoneNumber), Is.EqualTo(phone));
        Assert.That(app.Decryptor.Decrypt(Verdict.Key, data, HostWebJsonContext.Default.UserPhoneNumber), Is.EqualTo(phone));
        Assert.That(app.Decryptor.Decrypt(Verdict.Key, data, HostSnakeJsonContext.Default.UserPhoneNumber), Is.EqualTo(phone));
    }

    [Test]
    public void Decrypt_StepsByTheHostsContexts_GivesTheSameAsByThePackages()
    {
        EncryptedUserData data = new(Vectors.Synthetic.WeRunData, Vectors.Synthetic.Iv);
        var steps = app.Decryptor.Decrypt<WeRunData>(Verdict.Key, data).StepInfoList;

        Assert.That(app.Decryptor.Decrypt(Verdict.Key, data, HostWebJsonContext.Default.WeRunData).StepInfoList, Is.EqualTo(steps));
        Assert.That(app.Decryptor.Decrypt(Verdict.Key, data, HostSnakeJsonContext.Default.WeRunData).StepInfoList, Is.EqualTo(steps));
    }

    [Test]
    public void Decrypt_TypeWithoutTypeInfo_NamesTheOverloadThatTakesOne()
    {
        Assert.That(
            () => app.Decryptor.Decrypt<HostMembership>(Verdict.Key, Membership),
            Throws.TypeOf<NotSupportedException>().With.Message.Contains("JsonTypeInfo<HostMembership>"));
        Assert.That(
            () => app.Decryptor.TryDecrypt<HostMembership>(Verdict.Key, Membership, out _),
            Throws.TypeOf<NotSupportedException>().With.Message.Contains("JsonTypeInfo<HostMembership>"));
        Assert.That(
            () => app.Decryptor.Decrypt<UserData>(Verdict.Key, Membership),
            Throws.TypeOf<NotSupportedException>().With.Message.Contains("JsonTypeInfo<UserData>"));
    }

    [TestCase("System.InvalidOperationException")]
    [TestCase("System.ArgumentNullException")]
    [TestCase("System.FormatException")]
    [TestCase("System.NullReferenceException")]
    [TestCase("System.OperationCanceledException")]
    [TestCase("System.Text.Json.JsonException")]
    [TestCase("System.NotSupportedException")]
    public void Decrypt_HostsConverterThrows_IsRefused(string exception)
    {
        var data = Encrypted.Json($$"""{"Failure":"{{exception}}","watermark":{{Plaintext.Watermark()}}}""");
        var typeInfo = HostJsonContext.Default.HostThrowingData;

        Verdict.IsTheOneFailure(Assert.Throws<UserDataException>(() => app.Decryptor.Decrypt(Verdict.Key, data, typeInfo))!);
        Assert.That(app.Decryptor.TryDecrypt(Verdict.Key, data, typeInfo, out var tried), Is.False);
        Assert.That(tried, Is.Null);
    }

    private void Refused(string json)
    {
        var data = Encrypted.Json(json);
        var typeInfo = HostJsonContext.Default.HostMembership;

        Verdict.IsTheOneFailure(Assert.Throws<UserDataException>(() => app.Decryptor.Decrypt(Verdict.Key, data, typeInfo))!);
        Assert.That(app.Decryptor.TryDecrypt(Verdict.Key, data, typeInfo, out var tried), Is.False);
        Assert.That(tried, Is.Null);
    }
}
