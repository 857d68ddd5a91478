using System.Text;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class UserDataDecryptorVectorTests
{
    private static readonly SessionKey OfficialKey = new(Vectors.Official.SessionKey);

    private readonly TestApp app = new();
    private readonly TestApp officialApp = new(options =>
    {
        options.AppId = Vectors.Official.AppId;
        options.UserDataMaxAge = Timeout.InfiniteTimeSpan;
    });

    [OneTimeTearDown]
    public void DisposeApps()
    {
        app.Dispose();
        officialApp.Dispose();
    }

    [Test]
    public void Decrypt_OfficialSample_GivesEveryField() => Assert.That(
        Verdict.Accepted<UserInfo>(officialApp.Decryptor, new(Vectors.Official.EncryptedData, Vectors.Official.Iv), OfficialKey),
        Is.EqualTo(new UserInfo
        {
            OpenId = "oGZUI0egBJY1zhBYw2KhdUfwVJJE",
            UnionId = "ocMvos6NjeKLIBqg5Mr9QjxrP1FA",
            NickName = "Band",
            Gender = Gender.Male,
            Language = "zh_CN",
            City = "Guangzhou",
            Province = "Guangdong",
            Country = "CN",
            AvatarUrl = "http://wx.qlogo.cn/mmopen/vi_32/aSKcBBPpibyKNicHNTMM0qJVh8Kjgiak2AHWr8MHM4WgMEm7GFhsf8OYrySdbvAMvTsw3mo8ibKicsnfN5pRjl1p8HQ/0",
            Watermark = new() { AppId = "wx4f4bc4dec97d474b", Timestamp = new(2016, 10, 24, 13, 3, 7, TimeSpan.Zero) },
        }));

    [Test]
    public void Encrypt_OfficialPlaintext_GivesTheOfficialCiphertext() => Assert.That(
        Encrypted.Bytes(
            Encoding.UTF8.GetBytes(Vectors.Official.Plaintext), sessionKey: Vectors.Official.SessionKey, iv: Vectors.Official.Iv),
        Is.EqualTo(new EncryptedUserData(Vectors.Official.EncryptedData, Vectors.Official.Iv)));

    [Test]
    public void Decrypt_Phone_GivesEveryField()
    {
        var phone = Verdict.Accepted<UserPhoneNumber>(app.Decryptor, new(Vectors.Synthetic.PhoneData, Vectors.Synthetic.Iv));

        Assert.That(phone, Is.EqualTo(new UserPhoneNumber
        {
            PhoneNumber = "13580006666", PurePhoneNumber = "13580006666", CountryCode = "86", Watermark = SyntheticWatermark(),
        }));
    }

    [Test]
    public void Decrypt_Share_GivesEveryField() => Assert.That(
        Verdict.Accepted<ShareInfo>(app.Decryptor, new(Vectors.Synthetic.ShareData, Vectors.Synthetic.Iv)),
        Is.EqualTo(new ShareInfo { OpenGId = "OPENGID", Watermark = SyntheticWatermark() }));

    [Test]
    public void Decrypt_WeRun_GivesEveryField()
    {
        var weRun = Verdict.Accepted<WeRunData>(app.Decryptor, new(Vectors.Synthetic.WeRunData, Vectors.Synthetic.Iv));

        Assert.That(weRun.Watermark, Is.EqualTo(SyntheticWatermark()));
        Assert.That(weRun.StepInfoList, Is.EqualTo(new WeRunStep[]
        {
            new() { Timestamp = new(2015, 10, 26, 13, 36, 41, TimeSpan.Zero), Step = 100 },
            new() { Timestamp = new(2015, 10, 26, 16, 23, 21, TimeSpan.Zero), Step = 120 },
        }));
    }

    [Test]
    public void Decrypt_Group_GivesEveryField() => Assert.That(
        Verdict.Accepted<GroupEnterInfo>(app.Decryptor, new(Vectors.Synthetic.GroupData, Vectors.Synthetic.Iv)),
        Is.EqualTo(new GroupEnterInfo
        {
            OpenGId = "OPENGID", OpenSingleRoomId = "", GroupOpenId = "", ChatType = 3, Watermark = SyntheticWatermark(),
        }));

    private static Watermark SyntheticWatermark() =>
        new() { AppId = "wx0000000000000001", Timestamp = new(2023, 11, 14, 22, 13, 20, TimeSpan.Zero) };
}
