namespace WeChat.MiniProgram.Auth.Tests;

public sealed class UserArgumentTests
{
    private static readonly string TooLong = new('c', 513);

    private WeChatByPath weChat = null!;
    private TestApp app = null!;

    private static IEnumerable<string> Apis => UserApi.Names;

    [SetUp]
    public async Task StartAsync()
    {
        weChat = new WeChatByPath();
        app = await TestApp.WithUserAsync(weChat);
    }

    [TearDown]
    public void Stop()
    {
        app.Dispose();
        weChat.Dispose();
    }

    [Test]
    public async Task Call_NullArgument_ThrowsAndNamesIt()
    {
        await AssertNamesAsync<ArgumentNullException>("phoneCode", app.Users.GetPhoneNumberAsync(null!));
        await AssertNamesAsync<ArgumentNullException>("openId", app.Users.CheckSessionKeyAsync(null!));
        await AssertNamesAsync<ArgumentNullException>("openId", app.Users.ResetSessionKeyAsync(null!));
        await AssertNamesAsync<ArgumentNullException>("encryptedData", app.Users.CheckEncryptedDataAsync(null!));
        await AssertNamesAsync<ArgumentNullException>("pluginCode", app.Users.GetPluginOpenPIdAsync(null!));
        await AssertNamesAsync<ArgumentNullException>("openId", app.Users.GetPaidUnionIdAsync(null!, PaidOrder.ByTransaction("t")));
        await AssertNamesAsync<ArgumentNullException>("order", app.Users.GetPaidUnionIdAsync("o", null!));
        await AssertNamesAsync<ArgumentNullException>("openId", app.Users.GetEncryptKeysAsync(null!));
        AssertNothingWasSent();
    }

    [Test]
    public async Task Call_EmptyBlankOrTooLongArgument_ThrowsAndNamesIt()
    {
        foreach (var code in new[] { "", " ", "\t\n", TooLong })
        {
            await AssertNamesAsync<ArgumentException>("phoneCode", app.Users.GetPhoneNumberAsync(code));
            await AssertNamesAsync<ArgumentException>("pluginCode", app.Users.GetPluginOpenPIdAsync(code));
        }

        await AssertNamesAsync<ArgumentException>("openId", app.Users.GetPhoneNumberAsync(Answers.PhoneCode, ""));
        await AssertNamesAsync<ArgumentException>("openId", app.Users.CheckSessionKeyAsync(""));
        await AssertNamesAsync<ArgumentException>("openId", app.Users.ResetSessionKeyAsync(""));
        await AssertNamesAsync<ArgumentException>("encryptedData", app.Users.CheckEncryptedDataAsync(""));
        await AssertNamesAsync<ArgumentException>("openId", app.Users.GetPaidUnionIdAsync("", PaidOrder.ByTransaction("t")));
        await AssertNamesAsync<ArgumentException>("openId", app.Users.GetEncryptKeysAsync(""));
        AssertNothingWasSent();
    }

    [Test]
    public async Task GetPhoneNumberAsync_CodeOf512Characters_IsSent()
    {
        await app.Users.GetPhoneNumberAsync(TooLong[1..]);

        Assert.That(weChat.To(WeChatByPath.PhonePath), Has.Count.EqualTo(1));
    }

    [Test]
    public void PaidOrder_NullOrEmpty_Throws()
    {
        Assert.That(() => PaidOrder.ByTransaction(null!), Throws.ArgumentNullException);
        Assert.That(() => PaidOrder.ByMerchant(null!, "n"), Throws.ArgumentNullException);
        Assert.That(() => PaidOrder.ByMerchant("m", null!), Throws.ArgumentNullException);
        Assert.That(() => PaidOrder.ByTransaction(""), Throws.TypeOf<ArgumentException>());
        Assert.That(() => PaidOrder.ByMerchant("", "n"), Throws.TypeOf<ArgumentException>());
        Assert.That(() => PaidOrder.ByMerchant("m", ""), Throws.TypeOf<ArgumentException>());
    }

    [Test]
    public async Task Call_CancelledBefore_SendsNothing([ValueSource(nameof(Apis))] string api)
    {
        await Failure.OfAsync<OperationCanceledException>(UserApi.Of(api).CallAsync(app.Users, new CancellationToken(canceled: true)));

        AssertNothingWasSent();
    }

    [Test]
    public async Task Call_CancelledWhileWeChatIsSilent_Stops([ValueSource(nameof(Apis))] string name)
    {
        var api = UserApi.Of(name);
        using var source = new CancellationTokenSource();
        weChat.On(api.Path, async (_, token) =>
        {
            await source.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return Answers.Text(api.Success);
        });

        var exception = await Failure.OfAsync<OperationCanceledException>(api.CallAsync(app.Users, source.Token));

        Assert.That(exception.CancellationToken, Is.EqualTo(source.Token));
        Assert.That(weChat.To(api.Path), Has.Count.EqualTo(1));
    }

    private static async Task AssertNamesAsync<TException>(string name, Task call)
        where TException : ArgumentException
    {
        var exception = await Failure.OfAsync<TException>(call);
        Assert.That(exception, Is.TypeOf<TException>());
        Assert.That(exception.ParamName, Is.EqualTo(name));
    }

    private void AssertNothingWasSent() => Assert.That(
        UserApi.All.Select(api => api.Path).Append(WeChatByPath.TokenPath).Where(path => weChat.To(path).Count > 0), Is.Empty);
}
