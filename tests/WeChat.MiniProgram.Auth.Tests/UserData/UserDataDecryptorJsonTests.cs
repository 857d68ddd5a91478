using System.Text;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class UserDataDecryptorJsonTests
{
    private readonly TestApp app = new();

    [OneTimeTearDown]
    public void DisposeApp() => app.Dispose();

    [TestCase("")]
    [TestCase(" ")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("1")]
    [TestCase("\"13580006666\"")]
    [TestCase("{}")]
    [TestCase("{")]
    [TestCase("hello")]
    public void Decrypt_NotAnObjectOfTheType_IsRefused(string json) => RefusedJson(json);

    [TestCase("x")]
    [TestCase("{}")]
    [TestCase("\0")]
    [TestCase("//")]
    [TestCase("/* end */")]
    [TestCase("}")]
    public void Decrypt_SomethingAfterTheObject_IsRefused(string trailer) => RefusedJson(Plaintext.Phone() + trailer);

    [TestCase("\ufeff")]
    [TestCase("/* start */")]
    [TestCase(",")]
    public void Decrypt_SomethingBeforeTheObject_IsRefused(string leader) => RefusedJson(leader + Plaintext.Phone());

    [TestCase(",")]
    [TestCase(",/* comment */\"a\":1")]
    [TestCase(",\"a\":NaN")]
    [TestCase(",'a':1")]
    [TestCase(",\"a\":\"\u0001\"")]
    public void Decrypt_NotStrictJson_IsRefused(string more) => RefusedJson(Plaintext.Phone(more: more));

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(50)]
    public void Decrypt_Truncated_IsRefused(int missing) => RefusedJson(Plaintext.Phone()[..^missing]);

    [TestCase(100)]
    [TestCase(100_000)]
    public void Decrypt_DeepNesting_IsRefused(int depth) =>
        RefusedJson(Plaintext.Phone(more: $",\"a\":{new string('[', depth)}{new string(']', depth)}"));

    [TestCase("ff")]
    [TestCase("c0af", Description = "an overlong slash")]
    [TestCase("eda080", Description = "a surrogate")]
    [TestCase("e5be", Description = "half a character")]
    [TestCase("f4908080", Description = "beyond U+10FFFF")]
    public void Decrypt_InvalidUtf8InAFieldThatIsIgnored_IsRefused(string hex) => Verdict.Refused<UserPhoneNumber>(
        app.Decryptor,
        Encrypted.Bytes(
        [
            .. Encoding.UTF8.GetBytes(Plaintext.WithoutWatermark()[..^1] + ",\"ignored\":\""),
            .. Convert.FromHexString(hex),
            .. Encoding.UTF8.GetBytes($"\",\"watermark\":{Plaintext.Watermark()}}}"),
        ]));

    [TestCase("\\ufffd", "\ufffd")]
    [TestCase("\ufffd", "\ufffd")]
    [TestCase("\\u5fae\\ud83d\\ude00", "微😀")]
    [TestCase("微😀", "微😀")]
    [TestCase("a\\/b\\n", "a/b\n")]
    public void Decrypt_NicknameOfAnyCharacters_IsRead(string json, string nickName) => Assert.That(
        Verdict.Accepted<UserInfo>(
            app.Decryptor, Encrypted.Json($$"""{"nickName":"{{json}}","watermark":{{Plaintext.Watermark()}}}""")).NickName,
        Is.EqualTo(nickName));

    [TestCase("\\ud83d")]
    [TestCase("\\ude00\\ud83d")]
    public void Decrypt_NicknameOfHalfACharacter_IsRefused(string json) => Verdict.Refused<UserInfo>(
        app.Decryptor, Encrypted.Json($$"""{"nickName":"{{json}}","watermark":{{Plaintext.Watermark()}}}"""));

    [Test]
    public void Decrypt_UnknownFieldsAndWhiteSpace_AreIgnored() => Assert.That(
        Verdict.Accepted<UserPhoneNumber>(
            app.Decryptor,
            Encrypted.Json("\r\n\t " + Plaintext.Phone(more: ",\"a\":null,\"b\":[{\"phoneNumber\":\"1\"}],\"PhoneNumber\":\"2\" ") + "\n")),
        Is.EqualTo(Verdict.Accepted<UserPhoneNumber>(app.Decryptor, Encrypted.Json(Plaintext.Phone()))));

    private void RefusedJson(string json) => Verdict.Refused<UserPhoneNumber>(app.Decryptor, Encrypted.Json(json));
}
