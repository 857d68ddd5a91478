using System.Text.Json;

namespace LoginApi.Tests;

internal sealed class SecretTests : LoginApiFixture
{
    [Test]
    public async Task Answers_AllTheWay_HoldNoSessionKeyAndNothingMadeFromIt()
    {
        var answers = new List<Answer> { await User.LoginAsync() };
        var (profile, phone) = (WeChat.Profile(User.OpenId), WeChat.Phone(User.OpenId));
        answers.Add(await User.PostAsync("/me/profile", profile));
        answers.Add(await User.PostPhoneAsync(phone));
        answers.Add(await User.PostAsync("/me/phone", new { code = WeChat.PhoneCode(User.OpenId) }));
        answers.Add(await User.PostAsync("/me/phone", new { encryptedData = phone.EncryptedData, iv = profile.Iv }));
        answers.Add(await User.PostAsync("/me/profile", profile with { Signature = "0" }));
        answers.Add(await User.GetAsync("/me"));
        answers.Add(await User.RefreshAsync());
        answers.Add(await User.PostAsync("/logout"));
        answers.Add(await User.RefreshAsync());

        Assert.That(answers.Select(answer => (int)answer.Status), Is.EqualTo([200, 200, 200, 200, 400, 400, 200, 200, 204, 401]));
        var said = string.Join('\n', answers.Select(answer => $"{answer.Headers}\n{answer.Body}"));
        var sessionKey = WeChat.SessionKey(User.OpenId);
        string[] secrets =
        [
            sessionKey,
            sessionKey.Replace("/", "\\/", StringComparison.Ordinal),
            JsonEncodedText.Encode(sessionKey).ToString(),
            Convert.ToHexString(Convert.FromBase64String(sessionKey)),
            WeChat.AppSecret,
            WeChat.AccessToken(),
            profile.Signature!,
            "13580006666",
            User.OpenId,
        ];
        foreach (var secret in secrets)
            Assert.That(said, Does.Not.Contain(secret).IgnoreCase);

        Assert.That(Host.Log.All.Where(entry => entry.Everything.Contains(sessionKey, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Tokens_OfTwoLogins_DifferThoughTheKeyIsTheSame()
    {
        await User.LoginAsync();
        var (access, refresh) = (User.AccessToken, User.RefreshToken);

        await User.LoginAsync();

        Assert.That(User.AccessToken, Is.Not.EqualTo(access));
        Assert.That(User.RefreshToken, Is.Not.EqualTo(refresh));
    }
}
