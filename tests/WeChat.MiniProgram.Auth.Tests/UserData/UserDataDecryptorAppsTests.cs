using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>One decryptor an app, its options read at each call, used by many threads.</summary>
public sealed class UserDataDecryptorAppsTests
{
    private const string OtherName = "other";
    private const string OtherAppId = "wx0000000000000002";

    private static readonly EncryptedUserData Phone = new(Vectors.Synthetic.PhoneData, Vectors.Synthetic.Iv);

    [Test]
    public void Decrypt_TwoApps_EachReadsOnlyItsOwnData()
    {
        using var app = new TestApp(services: services => services.AddWeChatMiniProgram(OtherName, options =>
        {
            options.AppId = OtherAppId;
            options.AppSecret = TestApp.AppSecret;
        }));
        var other = app.Get<IUserDataDecryptor>(OtherName);
        var othersPhone = Encrypted.Json(Plaintext.Phone(Plaintext.Watermark(appId: $"\"{OtherAppId}\"")));

        Verdict.Accepted<UserPhoneNumber>(app.Decryptor, Phone);
        Verdict.Accepted<UserPhoneNumber>(other, othersPhone);
        Verdict.Refused<UserPhoneNumber>(app.Decryptor, othersPhone);
        Verdict.Refused<UserPhoneNumber>(other, Phone);
    }

    [Test]
    public void Decrypt_OptionsReloaded_AreSeenAtTheNextCall()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("UserDataMaxAge", "01:00:00")]).Build();
        using var app = new TestApp(services: services => services.Configure<WeChatMiniProgramOptions>(settings));
        var decryptor = app.Decryptor;
        app.Time.Advance(TimeSpan.FromHours(2));
        Verdict.Refused<UserPhoneNumber>(decryptor, Phone);

        Reload(settings, "UserDataMaxAge", "03:00:00");
        Verdict.Accepted<UserPhoneNumber>(decryptor, Phone);

        Reload(settings, "AppId", OtherAppId);
        Verdict.Refused<UserPhoneNumber>(decryptor, Phone);

        Reload(settings, "AppId", TestApp.AppId);
        app.Time.Advance(TimeSpan.FromDays(1000));
        Verdict.Refused<UserPhoneNumber>(decryptor, Phone);
        Reload(settings, "UserDataMaxAge", Timeout.InfiniteTimeSpan.ToString("c", CultureInfo.InvariantCulture));
        Verdict.Accepted<UserPhoneNumber>(decryptor, Phone);
    }

    [Test]
    public void TryDecrypt_ManyThreadsAtOnce_EachGetsItsOwnData()
    {
        using var app = new TestApp();
        var decryptor = app.Decryptor;

        Parallel.For(0, 2_000, new ParallelOptions { MaxDegreeOfParallelism = 16 }, i =>
        {
            var number = $"{i}";
            var data = Encrypted.Json(
                $$"""{"phoneNumber":"{{number}}","purePhoneNumber":"{{number}}","watermark":{{Plaintext.Watermark()}}}""");

            Assert.That(decryptor.TryDecrypt<UserPhoneNumber>(Verdict.Key, data, out var phone), Is.True);
            Assert.That(phone!.PhoneNumber, Is.EqualTo(number));
            Assert.That(decryptor.TryDecrypt<UserPhoneNumber>(Verdict.Key, data with { Iv = "" }, out _), Is.False);
        });
    }

    private static void Reload(IConfigurationRoot settings, string key, string value)
    {
        settings[key] = value;
        settings.Reload();
    }
}
