namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>What a decryptor says, asked in both of its ways: they must agree.</summary>
internal static class Verdict
{
    public static SessionKey Key { get; } = new(Vectors.Synthetic.SessionKey);

    public static T Accepted<T>(IUserDataDecryptor decryptor, EncryptedUserData data, SessionKey? sessionKey = null)
        where T : UserData
    {
        var decrypted = decryptor.Decrypt<T>(sessionKey ?? Key, data);
        Assert.That(decryptor.TryDecrypt<T>(sessionKey ?? Key, data, out var tried), Is.True);
        Assert.That(tried, Is.InstanceOf<T>());
        return decrypted;
    }

    public static void Refused<T>(IUserDataDecryptor decryptor, EncryptedUserData data, SessionKey? sessionKey = null)
        where T : UserData
    {
        IsTheOneFailure(Assert.Throws<UserDataException>(() => decryptor.Decrypt<T>(sessionKey ?? Key, data))!);
        Assert.That(decryptor.TryDecrypt<T>(sessionKey ?? Key, data, out var tried), Is.False);
        Assert.That(tried, Is.Null);
    }

    public static void IsTheOneFailure(UserDataException exception) => Assert.Multiple(() =>
    {
        Assert.That(exception.Message, Is.EqualTo(
            "The user data could not be decrypted with this session_key, or it is not this user's, this app's or recent."));
        Assert.That(exception.InnerException, Is.Null);
        Assert.That(exception.Data, Is.Empty);
        Assert.That(exception.ToString(), Does.Not.Contain(Plaintext.PhoneNumber));
    });
}
