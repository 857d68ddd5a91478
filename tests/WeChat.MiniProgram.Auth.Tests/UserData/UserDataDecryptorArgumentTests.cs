using NUnit.Framework.Constraints;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class UserDataDecryptorArgumentTests
{
    private static readonly EncryptedUserData Phone = new(Vectors.Synthetic.PhoneData, Vectors.Synthetic.Iv);

    private readonly TestApp app = new();

    [OneTimeTearDown]
    public void DisposeApp() => app.Dispose();

    [Test]
    public void Decrypt_NoSessionKey_IsTheCallersMistake() => Assert.Multiple(() =>
    {
        Assert.That(() => app.Decryptor.Decrypt<UserPhoneNumber>(null!, Phone), ThrowsNull("sessionKey"));
        Assert.That(() => app.Decryptor.TryDecrypt<UserPhoneNumber>(null!, Phone, out _), ThrowsNull("sessionKey"));
    });

    [Test]
    public void Decrypt_NoData_IsTheCallersMistake() => Assert.Multiple(() =>
    {
        Assert.That(() => app.Decryptor.Decrypt<UserPhoneNumber>(Verdict.Key, null!), ThrowsNull("data"));
        Assert.That(() => app.Decryptor.TryDecrypt<UserPhoneNumber>(Verdict.Key, null!, out _), ThrowsNull("data"));
    });

    [Test]
    public void Decrypt_NoTypeInfo_IsTheCallersMistake() => Assert.Multiple(() =>
    {
        Assert.That(() => app.Decryptor.Decrypt<UserPhoneNumber>(Verdict.Key, Phone, null!), ThrowsNull("typeInfo"));
        Assert.That(() => app.Decryptor.TryDecrypt<UserPhoneNumber>(Verdict.Key, Phone, null!, out _), ThrowsNull("typeInfo"));
    });

    [TestCase(true, false)]
    [TestCase(false, true)]
    [TestCase(true, true)]
    public void Decrypt_DataWithoutItsTexts_IsTheClientsMistakeAndRefused(bool noData, bool noIv) => Verdict.Refused<UserPhoneNumber>(
        app.Decryptor, new(noData ? null! : Phone.EncryptedData, noIv ? null! : Phone.Iv));

    [Test]
    public void ToString_EncryptedData_TellsOnlyItsLength()
    {
        Assert.That($"{Phone}", Is.EqualTo($"EncryptedUserData {{ {Phone.EncryptedData.Length} characters }}"));
        Assert.That($"{new EncryptedUserData(null!, null!)}", Is.EqualTo("EncryptedUserData { 0 characters }"));
    }

    private static EqualStringConstraint ThrowsNull(string parameter) =>
        Throws.ArgumentNullException.With.Property(nameof(ArgumentException.ParamName)).EqualTo(parameter);
}
