
namespace WeChat.MiniProgram.Auth.Tests;

public sealed class UserDataDecryptorWatermarkTests
{
    private const int MaxAge = 3600;

    private readonly TestApp app = new(options => options.UserDataMaxAge = TimeSpan.FromSeconds(MaxAge));
    private readonly TestApp agelessApp = new(options => options.UserDataMaxAge = Timeout.InfiniteTimeSpan);

    [OneTimeTearDown]
    public void DisposeApps()
    {
        app.Dispose();
        agelessApp.Dispose();
    }

    [TestCase("\"wx0000000000000002\"")]
    [TestCase("\"WX0000000000000001\"")]
    [TestCase("\"wx0000000000000001 \"")]
    [TestCase("\"wx000000000000000\\u00011\"")]
    [TestCase("\"\"")]
    [TestCase("null")]
    [TestCase("1")]
    [TestCase("[\"wx0000000000000001\"]")]
    public void Decrypt_WatermarkOfAnotherApp_IsRefused(string appId) => RefusedByBoth(Plaintext.Watermark(appId: appId));

    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("\"wx0000000000000001\"")]
    [TestCase("""{"timestamp":1700000000}""")]
    [TestCase("""{"timestamp":1700000000,"appId":"wx0000000000000001"}""")]
    public void Decrypt_NoUsableWatermark_IsRefused(string watermark) => RefusedByBoth(watermark);

    [Test]
    public void Decrypt_WatermarkMissing_IsRefused()
    {
        Verdict.Refused<UserPhoneNumber>(app.Decryptor, Encrypted.Json(Plaintext.WithoutWatermark()));
        Verdict.Refused<UserPhoneNumber>(agelessApp.Decryptor, Encrypted.Json(Plaintext.WithoutWatermark()));
    }

    [Test]
    public void Decrypt_WatermarkHasFurtherMembers_IsRead() => Verdict.Accepted<UserPhoneNumber>(
        app.Decryptor,
        Encrypted.Json(Plaintext.Phone("""{"new":[1],"appid":"wx0000000000000001","timestamp":1700000000,"newer":{}}""")));

    [TestCase(0)]
    [TestCase(-MaxAge)]
    [TestCase(300)]
    public void Decrypt_TimestampWithinTheAge_IsRead(int offset)
    {
        var time = app.Time.GetUtcNow().AddSeconds(offset);

        var phone = Verdict.Accepted<UserPhoneNumber>(app.Decryptor, PhoneAt($"{time.ToUnixTimeSeconds()}"));

        Assert.That(phone.Watermark.Timestamp, Is.EqualTo(time));
    }

    [TestCase(-MaxAge - 1)]
    [TestCase(-10 * MaxAge)]
    [TestCase(301)]
    [TestCase(10 * MaxAge)]
    public void Decrypt_TimestampBeyondTheAge_IsRefused(int offset)
    {
        var data = PhoneAt($"{app.Time.GetUtcNow().AddSeconds(offset).ToUnixTimeSeconds()}");

        Verdict.Refused<UserPhoneNumber>(app.Decryptor, data);
        Verdict.Accepted<UserPhoneNumber>(agelessApp.Decryptor, data);
    }

    [TestCase("0")]
    [TestCase("-1")]
    [TestCase("-62135596800", Description = "year 1")]
    [TestCase("253402300799", Description = "year 9999")]
    public void Decrypt_TimestampOfAnotherAge_IsReadWhereTheAgeIsInfinite(string timestamp)
    {
        Verdict.Accepted<UserPhoneNumber>(agelessApp.Decryptor, PhoneAt(timestamp));
        Verdict.Refused<UserPhoneNumber>(app.Decryptor, PhoneAt(timestamp));
    }

    [TestCase("-62135596801")]
    [TestCase("253402300800")]
    [TestCase("9223372036854775807")]
    [TestCase("-9223372036854775808")]
    [TestCase("9223372036854775808")]
    [TestCase("1e400")]
    [TestCase("1700000000.5")]
    [TestCase("1700000000000", Description = "milliseconds")]
    [TestCase("\"1700000000\"")]
    [TestCase("\"2023-11-14T22:13:20Z\"")]
    [TestCase("null")]
    [TestCase("true")]
    [TestCase("{}")]
    public void Decrypt_TimestampIsNoTime_IsRefused(string timestamp) => RefusedByBoth(Plaintext.Watermark(timestamp));

    [Test]
    public void Decrypt_TheSameDataLater_IsRefused()
    {
        using var ageing = new TestApp(options => options.UserDataMaxAge = TimeSpan.FromSeconds(MaxAge));
        var data = PhoneAt("1700000000");

        Verdict.Accepted<UserPhoneNumber>(ageing.Decryptor, data);
        ageing.Time.Advance(TimeSpan.FromSeconds(MaxAge));
        Verdict.Accepted<UserPhoneNumber>(ageing.Decryptor, data);
        ageing.Time.Advance(TimeSpan.FromTicks(1));
        Verdict.Refused<UserPhoneNumber>(ageing.Decryptor, data);
    }

    private static EncryptedUserData PhoneAt(string timestamp) => Encrypted.Json(Plaintext.Phone(Plaintext.Watermark(timestamp)));

    private void RefusedByBoth(string watermark)
    {
        Verdict.Refused<UserPhoneNumber>(app.Decryptor, Encrypted.Json(Plaintext.Phone(watermark)));
        Verdict.Refused<UserPhoneNumber>(agelessApp.Decryptor, Encrypted.Json(Plaintext.Phone(watermark)));
    }
}
