using Microsoft.AspNetCore.Builder;

namespace WeChat.MiniProgram.Auth.Tests;

internal sealed class ExceptionHandlerTests : GuideFixture
{
    private static readonly TestCaseData[] Exceptions =
    [
        new(new WeChatUnavailableException("made up", null), 503),
        new(new SessionKeyStoreException("made up", new TimeoutException()), 503),
        new(new TimeoutException("made up"), 503),
        new(new SessionKeyNotFoundException(), 401),
        new(new UserDataException(), 400),
        new(new MiniProgramNotFoundException("wx1"), 404),
        new(new InvalidOperationException("made up"), 500),
        new(new ArgumentException("made up", "another"), 500),
    ];

    [TestCase(40029, 401)]
    [TestCase(40226, 403)]
    [TestCase(45011, 429)]
    [TestCase(-1, 503)]
    [TestCase(40013, 500)]
    [TestCase(99999, 500)]
    public async Task TryHandleAsync_ErrcodeOfWeChat_BecomesAStatus(int errorCode, int status) =>
        Assert.That(await StatusAfterAsync(new WeChatApiException((WeChatErrorCode)errorCode, "made up")), Is.EqualTo(status));

    [TestCaseSource(nameof(Exceptions))]
    public async Task TryHandleAsync_OtherException_BecomesAStatus(Exception exception, int status) =>
        Assert.That(await StatusAfterAsync(exception), Is.EqualTo(status));

    [TestCase("jsCode")]
    [TestCase("phoneCode")]
    [TestCase("pluginCode")]
    [TestCase("encryptedData")]
    public async Task TryHandleAsync_NoTextFromTheClient_IsABadRequest(string parameter)
    {
        using var app = TestApp.At(Server);
        var users = app.Get<IMiniProgramUserClient>();
        Task call = parameter switch
        {
            "jsCode" => app.Login.LoginAsync(" "),
            "phoneCode" => users.GetPhoneNumberAsync(" "),
            "pluginCode" => users.GetPluginOpenPIdAsync(" "),
            _ => users.CheckEncryptedDataAsync(""),
        };

        var exception = await Failure.OfAsync<ArgumentException>(call);

        Assert.That(exception.ParamName, Is.EqualTo(parameter));
        Assert.That(await StatusAfterAsync(exception), Is.EqualTo(400));
    }

    private static async Task<int> StatusAfterAsync(Exception exception)
    {
        await using var host = await GuideHost.StartAsync(ExceptionHandling.AddTo, app =>
        {
            ExceptionHandling.Use(app);
            app.MapPost("/", string () => throw exception);
        });
        using var response = await host.PostAsync("/");

        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        return (int)response.StatusCode;
    }
}
