namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>
/// No secret and no user in any line at any level, nor in an exception, whatever becomes of a call, even when WeChat's errmsg repeats all
/// that it was sent.
/// </summary>
public sealed class UserSecretTests
{
    private static readonly string[] Secrets =
    [
        WeChatByPath.TokenText(1), WeChatByPath.TokenText(2), TestApp.AppSecret, Answers.SessionKey, UserApi.NewSessionKey,
        SessionSignature.Of(Answers.SessionKey), Answers.OpenId, Answers.UnionId, Answers.PhoneCode, "13580006666", UserApi.PluginCode,
        UserApi.OpenPId, UserApi.TransactionId, UserApi.EncryptKey, UserApi.Iv, UserApi.UserData,
    ];

    private static readonly Dictionary<string, Func<UserApi, SentRequest, HttpResponseMessage>> Networks = new()
    {
        ["success"] = (api, _) => Answers.Text(api.Success),
        ["repeats what it was sent"] = (_, request) => Answers.Text(Answers.Error(40097, Repeat(request))),
        ["refuses the token"] = (_, request) => Answers.Text(Answers.Error(40001, Repeat(request))),
        ["has ended the session"] = (_, request) => Answers.Text(Answers.Error(87009, Repeat(request))),
        ["busy"] = (_, request) => Answers.Text(Answers.Error(-1, Repeat(request))),
        ["503"] = (_, _) => Answers.Status(503),
        ["412"] = (_, _) => Answers.Status(412),
        ["truncated"] = (api, _) => Answers.Text(api.Success[..^2]),
        ["another shape"] = (api, _) => Answers.Text($"[{api.Success}]"),
        ["errcode as text"] = (api, _) => Answers.Text(api.Success.Replace("\"errcode\":0", "\"errcode\":\"13580006666x\"", StringComparison.Ordinal)),
        ["odd"] = (_, request) => throw new InvalidOperationException($"odd {request}"),
        ["refused"] = (_, request) => throw new HttpRequestException($"refused {request}"),
    };

    private static IEnumerable<string> Apis => UserApi.Names;

    private static IEnumerable<string> NamesOfNetworks => Networks.Keys;

    [Test]
    public async Task AnyOutcome_OfEachApi_IsToldWithoutASecret(
        [ValueSource(nameof(Apis))] string name, [ValueSource(nameof(NamesOfNetworks))] string network)
    {
        var api = UserApi.Of(name);
        using var log = new CapturedLog();
        using var weChat = new WeChatByPath().On(api.Path, (request, _) => Task.FromResult(Networks[network](api, request)));
        using var app = await TestApp.WithUserAsync(weChat, log: log);

        var told = await OutcomeAsync(api.CallAsync(app.Users, CancellationToken.None));

        Assert.That(log.Ours.Select(entry => entry.Text), Has.Some.Contains(name));
        AssertNoSecret(told, log);
    }

    [Test]
    public async Task AnyOutcome_OfATokenRequest_IsToldWithoutASecret([ValueSource(nameof(NamesOfNetworks))] string network)
    {
        var api = new UserApi("getStableAccessToken", WeChatByPath.TokenPath, Answers.Token(WeChatByPath.TokenText(1)), (_, _) => Task.FromResult(""));
        using var log = new CapturedLog();
        using var weChat = new WeChatByPath().On(WeChatByPath.TokenPath, (request, _) => Task.FromResult(Networks[network](api, request)));
        using var app = TestApp.Over(weChat, log: log);

        var told = await OutcomeAsync(WithoutItsResultAsync(app.AccessTokens));

        Assert.That(log.Ours, Is.Not.Empty);
        AssertNoSecret(told, log);
    }

    private static async Task<string> WithoutItsResultAsync(IAccessTokenProvider accessTokens)
    {
        await accessTokens.GetAccessTokenAsync();
        return "";
    }

    // As JSON text; the body's quotes would end the string.
    private static string Repeat(SentRequest request) => $"{request.Uri} {request.Body.Replace('"', '\'')}";

    private static async Task<string> OutcomeAsync(Task<string> call)
    {
        try
        {
            return await call;
        }
        catch (Exception exception) when (exception is WeChatApiException or WeChatUnavailableException)
        {
            return exception.ToString();
        }
    }

    private static void AssertNoSecret(string told, CapturedLog log)
    {
        var everything = string.Join(Environment.NewLine, log.All.Select(entry => entry.Everything).Prepend(told));
        Assert.That(Secrets.Where(everything.Contains), Is.Empty, everything);
    }
}
