using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace LoginApi.Tests;

/// <summary>The host as <c>dotnet run</c> starts it, without an AppId: it plays WeChat to itself.</summary>
internal sealed class DevelopmentTests
{
    private const string OpenId = "oXiaoming000000000000000000";

    private DirectoryInfo page = null!;
    private LoginHost host = null!;
    private HttpClient http = null!;

    [SetUp]
    public void Start()
    {
        page = Directory.CreateTempSubdirectory("phone");
        host = LoginHost.Start("Development", [("PhonePage", Path.Combine(page.FullName, "dist"))]);
        http = new HttpClient { BaseAddress = host.Address };
    }

    [TearDown]
    public async Task StopAsync()
    {
        http.Dispose();
        await host.DisposeAsync();
        page.Delete(recursive: true);
    }

    [Test]
    public void Start_SaysInOneLineThatTheSandboxPlaysWeChatAndWhatToOpen()
    {
        string[] line = [$"No WeChatMiniProgram:AppId is set, so the sandbox inside plays WeChat. Open {host.Address}phone/"];

        // The host says it once it listens, which may be a moment after the first request could be made.
        Assert.That(
            () => host.Log.All.Where(entry => entry.Text.Contains("sandbox", StringComparison.Ordinal)).Select(entry => entry.Text).ToArray(),
            Is.EqualTo(line).After(20_000, 10));
    }

    [Test]
    public async Task Page_NotBuilt_SaysWhatToRun()
    {
        var answer = await GetAsync("/phone/");

        Assert.That(answer.ContentType, Is.EqualTo("text/html"));
        Assert.That(answer.Body, Does.Contain("npm ci &amp;&amp; npm run build").And.Contain("samples/MiniProgram"));
    }

    [Test]
    public async Task Page_BuiltMeanwhile_IsServed()
    {
        var dist = page.CreateSubdirectory("dist");
        await File.WriteAllTextAsync(Path.Combine(page.FullName, "secret.txt"), "beside");
        await File.WriteAllTextAsync(Path.Combine(dist.FullName, "index.html"), "the phone");
        await File.WriteAllTextAsync(Path.Combine(dist.FullName, "phone.js"), "run()");

        Assert.That((await GetAsync("/phone/")).Body, Is.EqualTo("the phone"));
        Assert.That((await GetAsync("/phone")).Body, Is.EqualTo("the phone"));
        Assert.That((await GetAsync("/phone/phone.js")).ContentType, Is.EqualTo("text/javascript"));
        Assert.That((await GetAsync("/phone/none.js")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await GetAsync("/phone/%2e%2e%2fsecret.txt")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Journey_AgainstTheSandboxInside_WorksAndIsListedMasked()
    {
        var (code, token) = await LoginAsync();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var phoneCode = (await PostAsync("/sandbox/phone-code", new { openId = OpenId })).Text("code");
        Assert.That((await PostAsync("/me/phone", new { code = phoneCode })).Text("phoneNumber"), Is.EqualTo("135****6666"));
        var logout = await PostAsync("/logout", new { });
        Assert.That(logout.Status, Is.EqualTo(HttpStatusCode.NoContent));

        var listed = await ListedAsync(6);

        Assert.That(listed.Select(Describe), Is.EqualTo(
        [
            "host > WeChat: GET /sns/jscode2session 200",
            "mini program > host: POST /login 200",
            "host > WeChat: POST /cgi-bin/stable_token 200",
            "host > WeChat: POST /wxa/business/getuserphonenumber 200",
            "mini program > host: POST /me/phone 200",
            "mini program > host: POST /logout 204",
        ]));
        var text = string.Join('\n', listed);
        foreach (var secret in new[] { code, token, OpenId, "5a6db0c0ffee5ec2e75a6db0c0ffee02", "13580006666" })
            Assert.That(text, Does.Not.Contain(secret));

        Assert.That(listed[0].GetProperty("path").GetString(), Does.Contain("secret=***").And.Contain($"js_code={code[..6]}***"));
        Assert.That(listed[0].GetProperty("body").GetString(), Does.Match("""^\{"session_key":"\*\*\*","openid":"oXiaom\*\*\*"\}$"""));
        Assert.That(listed[1].GetProperty("body").GetString(), Does.Contain("\"accessToken\":\"***\"").And.Contain("\"refreshToken\":\"***\""));
        Assert.That(listed[2].GetProperty("body").GetString(), Does.Contain("\"access_token\":\"***\""));
        Assert.That(listed[0].GetProperty("at").GetDateTimeOffset(), Is.EqualTo(host.Time.GetUtcNow()));
        Assert.That(listed[0].GetProperty("milliseconds").GetInt32(), Is.GreaterThanOrEqualTo(0));
    }

    [Test]
    public async Task Exchanges_NothingYet_OpensAtOnceAndTellsWhatComes()
    {
        using var response = await http.GetAsync(new Uri("/phone/exchanges", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/event-stream"));

        await LoginAsync();

        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync())
        {
            Assert.That(item.Data, Does.Contain("/sns/jscode2session"));
            break;
        }
    }

    [Test]
    public async Task Exchanges_Many_KeepTheNewest()
    {
        for (var i = 0; i < 205; i++)
            await GetAsync(i < 204 ? "/me" : "/login");

        var listed = await ListedAsync(200);

        Assert.That(listed[^1].GetProperty("path").GetString(), Is.EqualTo("/login"));
    }

    [Test]
    public async Task Exchanges_SecretsInUnusualPlaces_AreMasked()
    {
        await PostAsync("/sandbox/faults", new { kind = "body", body = """{"session_key":["5ecret"],"errmsg":["shown"]}""" });
        await LoginAsync();
        await GetAsync("/login?code=5ecret");

        var listed = await ListedAsync(3);

        Assert.That(listed[0].GetProperty("body").GetString(), Is.EqualTo("""{"session_key":["***"],"errmsg":["shown"]}"""));
        Assert.That(listed[1].GetProperty("body").GetString(), Does.Contain("\"code\":\"unavailable\""));
        Assert.That(listed[2].GetProperty("path").GetString(), Is.EqualTo("/login?code=***"));
    }

    [Test]
    public async Task Exchanges_WeChatThatHangsUp_IsListedWithoutAStatus()
    {
        await PostAsync("/sandbox/faults", new { kind = "resetBefore", always = true });
        var code = (await PostAsync("/sandbox/login", new { openId = OpenId })).Text("code");
        Assert.That((await PostAsync("/login", new { code })).Code, Is.EqualTo("unavailable"));

        Assert.That((await ListedAsync(1))[0].GetProperty("status").GetInt32(), Is.Zero);
    }

    [TestCase("/phone/")]
    [TestCase("/phone/exchanges")]
    [TestCase("/sandbox/login")]
    [TestCase("/login")]
    public async Task AnyRequest_FromAnotherMachine_IsRefused(string path)
    {
        await using var behindAProxy = LoginHost.Start("Development", [("ForwardedHeaders_Enabled", "true")]);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(behindAProxy.Address, path)) { Headers = { { "X-Forwarded-For", "203.0.113.7" } } };
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task ControlApi_IsNotLimitedNorDocumentedNorMadeAProblem()
    {
        for (var i = 0; i < 310; i++)
            await PostAsync("/sandbox/login", new { openId = OpenId });

        var unknown = await PostAsync("/sandbox/rotate", new { openId = "oNobody" });
        Assert.That(unknown.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await GetAsync("/openapi/v1.json")).Body, Does.Not.Contain("sandbox").And.Not.Contain("jscode2session").And.Not.Contain("phone/"));
        Assert.That((await GetAsync("/me")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    private static string Describe(JsonElement exchange)
    {
        string Of(string name) => exchange.GetProperty(name).ToString();
        return $"{Of("from")} > {Of("to")}: {Of("method")} {Of("path").Split('?')[0]} {Of("status")}";
    }

    private async Task<(string Code, string Token)> LoginAsync()
    {
        var code = (await PostAsync("/sandbox/login", new { openId = OpenId })).Text("code")!;
        return (code, (await PostAsync("/login", new { code })).Text("accessToken")!);
    }

    private async Task<List<JsonElement>> ListedAsync(int count)
    {
        using var response = await http.GetAsync(new Uri("/phone/exchanges", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        var exchanges = SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync();
        return await exchanges.Take(count).Select(item => JsonSerializer.Deserialize<JsonElement>(item.Data)).ToListAsync();
    }

    private async Task<Answer> GetAsync(string path)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        return await Answer.OfAsync(response);
    }

    private async Task<Answer> PostAsync(string path, object body)
    {
        // Of a known length, as WeChat's gate wants it.
        using var json = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body)) { Headers = { ContentType = new("application/json") } };
        using var response = await http.PostAsync(new Uri(path, UriKind.Relative), json);
        return await Answer.OfAsync(response);
    }
}
