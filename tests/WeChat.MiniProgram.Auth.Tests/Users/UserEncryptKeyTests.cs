using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>
/// AES-128-CBC with PKCS#7 under a key in Base64 and an iv of 16 characters, as in the sample of
/// https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-info/internet/getUserEncryptKey.html.
/// </summary>
public sealed class UserEncryptKeyTests
{
    private static readonly UserEncryptKey Key = new(
        UserApi.EncryptKey, UserApi.Iv, 10, TimeSpan.FromSeconds(3597), DateTimeOffset.FromUnixTimeSeconds(1616572301));

    [Test]
    public void Encrypt_AnyLength_IsWhatAnotherImplementationDecrypts([Values(0, 1, 15, 16, 17, 1000)] int length)
    {
        var data = RandomNumberGenerator.GetBytes(length);
        using var aes = Another();

        var sent = Key.Encrypt(data);

        Assert.That(sent, Has.Length.EqualTo((length / 16 * 16) + 16));
        Assert.That(aes.DecryptCbc(sent, Encoding.ASCII.GetBytes(UserApi.Iv), PaddingMode.PKCS7), Is.EqualTo(data));
    }

    [Test]
    public void Decrypt_WhatAnotherImplementationEncrypted_IsTheData([Values(0, 1, 15, 16, 17, 1000)] int length)
    {
        var data = RandomNumberGenerator.GetBytes(length);
        using var aes = Another();

        Assert.That(Key.Decrypt(aes.EncryptCbc(data, Encoding.ASCII.GetBytes(UserApi.Iv), PaddingMode.PKCS7)), Is.EqualTo(data));
    }

    // printf 'hello, mini program' | openssl enc -aes-128-cbc -a -K $(echo KEY | base64 -d | xxd -p) -iv $(printf IV | xxd -p)
    [Test]
    public void Decrypt_VectorOfOpenssl_IsItsText() => Assert.That(
        Encoding.ASCII.GetString(Key.Decrypt(Convert.FromBase64String("fNi+1BUxNEJ07dCoEvlW79MtbRblAgL7ezPBl0iqyU8="))), Is.EqualTo("hello, mini program"));

    [TestCase(0)]
    [TestCase(15)]
    [TestCase(17)]
    public void Decrypt_NoWholeBlocks_IsTheOneFailure(int length) =>
        Assert.That(() => Key.Decrypt(new byte[length]), Throws.TypeOf<UserDataException>());

    [Test]
    public void Decrypt_TamperedPadding_IsTheOneFailureWithNoCause()
    {
        var sent = Key.Encrypt("sixteen bytes ok"u8);
        sent[15] ^= 0x01;

        Verdict.IsTheOneFailure(Assert.Throws<UserDataException>(() => Key.Decrypt(sent))!);
    }

    [TestCase("c2hvcnQ=", UserApi.Iv, "encryptKey")]
    [TestCase("not Base64 at all!!!!!!!", UserApi.Iv, "encryptKey")]
    [TestCase("", UserApi.Iv, "encryptKey")]
    [TestCase(UserApi.EncryptKey, "6003f73ec441c38", "iv")]
    [TestCase(UserApi.EncryptKey, "6003f73ec441c3866", "iv")]
    [TestCase(UserApi.EncryptKey, "6003f73ec441c38é", "iv")]
    public void Constructor_TextThatIsNot16Bytes_ThrowsWithoutIt(string encryptKey, string iv, string name)
    {
        var exception = Assert.Throws<ArgumentException>(() => _ = new UserEncryptKey(encryptKey, iv, 1, default, default))!;

        Assert.That(exception.ParamName, Is.EqualTo(name));
        Assert.That(encryptKey.Length > 0 && exception.ToString().Contains(encryptKey, StringComparison.Ordinal), Is.False);
        Assert.That(exception.ToString(), Does.Not.Contain(iv));
    }

    [Test]
    public void Constructor_Null_Throws()
    {
        Assert.That(() => new UserEncryptKey(null!, UserApi.Iv, 1, default, default), Throws.ArgumentNullException);
        Assert.That(() => new UserEncryptKey(UserApi.EncryptKey, null!, 1, default, default), Throws.ArgumentNullException);
    }

    [Test]
    public void Key_IsNeverPrinted()
    {
        Assert.That(Key.ToString(), Is.EqualTo("UserEncryptKey(version 10, redacted)"));
        Assert.That(JsonSerializer.Serialize(Key), Does.Contain("10").And.Not.Contain(UserApi.EncryptKey).And.Not.Contain(UserApi.Iv));
        Assert.That(typeof(UserEncryptKey).GetCustomAttribute<DebuggerDisplayAttribute>()!.Value, Does.Contain("redacted"));
        var fields = typeof(UserEncryptKey).GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Where(field => field.FieldType == typeof(byte[]));
        Assert.That(fields.Select(field => field.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State),
            Is.Not.Empty.And.All.EqualTo(DebuggerBrowsableState.Never));
        Assert.That(string.Join(", ", typeof(UserEncryptKey).GetProperties().Select(property => property.Name)),
            Is.EqualTo("Version, ExpiresIn, CreatedAt"));
    }

    private static Aes Another()
    {
        var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(UserApi.EncryptKey);
        return aes;
    }
}
