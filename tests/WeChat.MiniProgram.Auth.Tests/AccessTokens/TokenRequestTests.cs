using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using WeChatSandbox;
using static WeChat.MiniProgram.Auth.Tests.Testing.WeChatByPath;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-access-token/getStableAccessToken.html.</summary>
public sealed class TokenRequestTests
{
    [Test]
    public async Task GetAccessTokenAsync_Request_IsAPostOfJsonWithItsLengthInNormalMode()
    {
        using var weChat = new WeChatByPath();
        using var app = TestApp.Over(weChat);

        await app.AccessTokens.GetAccessTokenAsync();

        var request = weChat.To(TokenPath).Single();
        Assert.That(request.Method, Is.EqualTo(HttpMethod.Post));
        Assert.That(request.Uri.AbsoluteUri, Is.EqualTo("https://api.weixin.qq.com/cgi-bin/stable_token"));
        Assert.That(request.ContentLength, Is.EqualTo(Encoding.UTF8.GetByteCount(request.Body)));
        Assert.That(request.ContentType, Is.EqualTo("application/json"));
        using var body = JsonDocument.Parse(request.Body);
        Assert.That(body.RootElement.Text("grant_type"), Is.EqualTo("client_credential"));
        Assert.That(body.RootElement.Text("appid"), Is.EqualTo(TestApp.AppId));
        Assert.That(body.RootElement.Text("secret"), Is.EqualTo(TestApp.AppSecret));
        Assert.That(body.RootElement.TryGetProperty("force_refresh", out var forced) && forced.GetBoolean(), Is.False);
    }

    [Test]
    public async Task GetAccessTokenAsync_ContentTypeThatAHandlerChanged_IsThatOfItsOwnRequestAlone()
    {
        using var weChat = new WeChatByPath().On(TokenPath, Answers.Error(-1));
        using var app = TestApp.Over(weChat, build: app => app.HttpClient.AddHttpMessageHandler(static () => new CharsetHandler()));

        await Failure.OfAsync<WeChatApiException>(app.AccessTokens.GetAccessTokenAsync().AsTask());

        Assert.That(weChat.To(TokenPath).Select(static request => request.ContentType), Has.Exactly(3).EqualTo("application/json; charset=utf-8"));
    }

    [Test]
    public async Task LoginAsync_NeedsNoToken()
    {
        using var weChat = new WeChatByPath();
        using var app = TestApp.Over(weChat);

        await app.Login.LoginAsync(Answers.Code);

        Assert.That(weChat.To(LoginPath), Has.Count.EqualTo(1));
        Assert.That(weChat.To(TokenPath), Is.Empty);
    }

    [Test]
    public async Task GetAccessTokenAsync_OverRealHttp_PassesTheGateThatStopsAChunkedBody()
    {
        await using var server = await SandboxServer.StartAsync();
        using var app = TestApp.At(server);
        using var client = new HttpClient { BaseAddress = server.Address };
        using var body = JsonContent.Create(new { grant_type = "client_credential", appid = server.Sandbox.AppId, secret = server.Sandbox.AppSecret });

        using var chunked = await client.PostAsync(new Uri(TokenPath, UriKind.Relative), body);

        Assert.That(chunked.StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        Assert.That(await app.AccessTokens.GetAccessTokenAsync(), Is.EqualTo(server.Sandbox.AccessToken()));
    }

    [Test]
    public async Task GetAccessTokenAsync_Http412_SaysWhatItMeansAndIsNotTriedAgain()
    {
        using var weChat = new WeChatByPath().On(TokenPath, (_, _) => Task.FromResult(Answers.Status(412)));
        using var app = TestApp.Over(weChat);

        var exception = await Failure.OfAsync<WeChatUnavailableException>(app.AccessTokens.GetAccessTokenAsync().AsTask());

        Assert.That(exception.Message, Does.Contain("getStableAccessToken").And.Contain("412").And.Contain("Content-Length"));
        Assert.That(weChat.To(TokenPath), Has.Count.EqualTo(1));
    }

    [TestCase(40001)]
    [TestCase(40002)]
    [TestCase(40013)]
    [TestCase(40125)]
    [TestCase(40164)]
    [TestCase(40243)]
    [TestCase(41002)]
    [TestCase(41004)]
    [TestCase(42001)]
    [TestCase(43002)]
    [TestCase(45009)]
    [TestCase(45011)]
    [TestCase(50004)]
    [TestCase(50007)]
    [TestCase(89503)]
    [TestCase(89506)]
    [TestCase(89507)]
    public async Task GetAccessTokenAsync_Refused_IsToldAtOnce(int errcode)
    {
        using var weChat = new WeChatByPath().On(TokenPath, Answers.Error(errcode));
        using var app = TestApp.Over(weChat);

        var exception = await Failure.OfAsync<WeChatApiException>(app.Users.GetPhoneNumberAsync(Answers.PhoneCode));

        Assert.That((int)exception.ErrorCode, Is.EqualTo(errcode));
        Assert.That(weChat.To(TokenPath), Has.Count.EqualTo(1));
        Assert.That(weChat.To(PhonePath), Is.Empty);
    }

    private sealed class CharsetHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Content!.Headers.ContentType!.Parameters.Add(new("charset", "utf-8"));
            return base.SendAsync(request, cancellationToken);
        }
    }
}
