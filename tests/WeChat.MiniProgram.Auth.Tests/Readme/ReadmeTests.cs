using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

internal sealed class ReadmeTests
{
    [TestCase("README.md")]
    [TestCase("docs/README.zh-CN.md")]
    public void SecurityPromise_InTheReadme_NamesTestsThatExist(string readme)
    {
        var rows = SourceTree.ReadText(readme).Split('\n').Where(line => line.StartsWith('|') && line.Contains("Tests`", StringComparison.Ordinal)).ToList();
        var named = rows.SelectMany(row => Regex.Matches(row, "`(\\w+)`").Select(match => match.Groups[1].Value)).ToList();
        var types = typeof(ReadmeTests).Assembly.GetTypes().Select(type => type.Name).ToList();

        Assert.That(rows, Has.Count.EqualTo(9));
        Assert.That(named.Except(types), Is.Empty);
    }

    [Test]
    public async Task LoginEndpoint_FreshCode_SignsInAndUsedCodeIsUnauthorized()
    {
        await using var weChat = await SandboxServer.StartAsync();
        await using var app = LoginEndpoint.Build(
            "--urls=http://127.0.0.1:0",
            "--Logging:LogLevel:Default=None",
            $"--WeChatMiniProgram:AppId={weChat.Sandbox.AppId}",
            $"--WeChatMiniProgram:AppSecret={weChat.Sandbox.AppSecret}",
            $"--WeChatMiniProgram:BaseAddress={weChat.Address}");
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        var code = weChat.Sandbox.Login("oReader");

        using var first = await client.PostAsJsonAsync("/login", code);
        var token = await first.Content.ReadFromJsonAsync<JsonElement>();
        using var second = await client.PostAsJsonAsync("/login", code);

        Assert.That(token.GetProperty("accessToken").GetString(), Is.Not.Empty);
        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }
}
