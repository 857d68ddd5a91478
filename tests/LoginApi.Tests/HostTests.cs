using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using WeChat.MiniProgram.Auth;

namespace LoginApi.Tests;

internal sealed class HostTests : LoginApiFixture
{
    [Test]
    public async Task Health_Running_IsHealthy()
    {
        var answer = await User.GetAsync("/health");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Body, Is.EqualTo("Healthy"));
    }

    [Test]
    public async Task OpenApi_Document_HasEachOperationOnceWithItsProblems()
    {
        await using var development = LoginHost.Start("Development", []);
        using var phone = new Phone(development.Address, WeChat, User.OpenId);
        var document = JsonSerializer.Deserialize<JsonElement>((await phone.GetAsync("/openapi/v1.json")).Body);

        var operations = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (Name: $"{operation.Name} {path.Name}", operation.Value))).ToList();
        Assert.That(operations.Select(operation => operation.Name), Is.EquivalentTo(
        [
            "post /login", "post /login/refresh", "post /logout", "get /me", "post /me/profile", "put /me/profile", "post /me/phone",
            "post /me/avatar", "get /avatars/{id}",
        ]));
        Assert.That(operations.Select(operation => operation.Value.GetProperty("responses").TryGetProperty("401", out _)), Is.All.True);
    }

    [Test]
    public async Task OpenApi_OutsideDevelopment_IsNotToldToTheWorld() =>
        AssertProblem(await User.GetAsync("/openapi/v1.json"), HttpStatusCode.NotFound, "not_found");

    [Test]
    public async Task Alive_Running_IsHealthy() => Assert.That((await User.GetAsync("/alive")).Body, Is.EqualTo("Healthy"));

    [Test]
    public async Task Limit_MissingInTheSettings_HasADefault()
    {
        await using var weChat = await SandboxServer.StartAsync();
        await using var host = LoginHost.Start(weChat, [("contentRoot", Path.GetTempPath())]);
        using var phone = new Phone(host.Address, weChat.Sandbox, User.OpenId);

        Assert.That((await phone.LoginAsync()).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase(401, "login_again")]
    [TestCase(403, "refused")] // "blocked" is WeChat's word of a user
    [TestCase(409, "refused")]
    [TestCase(413, "too_large")]
    [TestCase(500, "unavailable")]
    public async Task Status_OfAHostsOwn_HasACodeThatFits(int status, string code)
    {
        await using var weChat = await SandboxServer.StartAsync();
        await using var host = LoginHost.Start(weChat, services: services => services
            .AddTransient<IMiniProgramLogin>(_ => throw new BadHttpRequestException("", status)));
        using var phone = new Phone(host.Address, weChat.Sandbox, User.OpenId);

        AssertProblem(await phone.LoginAsync(), (HttpStatusCode)status, code);
    }

    [TestCase("Production")]
    [TestCase("Development")]
    public void Start_WithRedisButWithoutAppId_SaysWhichSettingIsMissingAndPlaysNoWeChat(string environment)
    {
        using var port = new ClosedPort();
        AssertAppIdIsMissing($"--environment={environment}", $"--ConnectionStrings:Redis={port.Address.Authority},connectTimeout=500");
    }

    [Test]
    public async Task Telemetry_Login_HasSpansAndMetricsOfHostAndPackage()
    {
        var spans = new List<Activity>();
        var metrics = new List<Metric>();
        await using var weChat = await SandboxServer.StartAsync();
        await using var host = LoginHost.Start(weChat, services: services => services
            .ConfigureOpenTelemetryTracerProvider(tracer => tracer.AddInMemoryExporter(spans))
            .ConfigureOpenTelemetryMeterProvider(meter => meter.AddInMemoryExporter(metrics)));
        using var phone = new Phone(host.Address, weChat.Sandbox, User.OpenId);

        await phone.LoginAsync();
        host.Services.GetRequiredService<TracerProvider>().ForceFlush();
        host.Services.GetRequiredService<MeterProvider>().ForceFlush();

        // The host ends its span after the phone has the answer, and no other follows.
        Assert.That(() => spans.Select(span => span.DisplayName), Does.Contain("POST /login").After(20_000, 10));
        Assert.That(spans.Select(span => span.DisplayName), Does.Contain("code2Session"));
        Assert.That(metrics.Select(metric => metric.Name), Does.Contain(WeChatMiniProgramDiagnostics.RequestDurationInstrumentName));
        Assert.That(metrics.Select(metric => metric.Name), Does.Contain("http.server.active_requests"));
    }

    [TestCase("Production")]
    [TestCase("Staging")]
    public void Start_WithoutAppIdOutsideDevelopment_SaysWhichSettingIsMissing(string environment) =>
        AssertAppIdIsMissing($"--environment={environment}");

    [Test]
    public void Code_ToCopy_IsUnder250Lines()
    {
        var files = Directory.GetFiles(Path.Combine(SourceTree.Root, "samples", "LoginApi"), "*.cs");

        Assert.That(files, Is.Not.Empty);
        Assert.That(files.SelectMany(File.ReadLines).Count(line => line.Trim().Length > 0), Is.LessThan(250));
    }

    /// <summary>Runs Main itself: a host that fails to start may be disposed before WebApplicationFactory has asked it for the reason.</summary>
    private static void AssertAppIdIsMissing(params string[] args)
    {
        var main = typeof(Program).Assembly.EntryPoint!.CreateDelegate<Action<string[]>>();
        string[] quiet = ["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None", "--Logging:LogLevel:Microsoft.AspNetCore=None"];

        Assert.That(
            () => Task.Run(() => main([.. args, .. quiet])).WaitAsync(TimeSpan.FromSeconds(20)),
            Throws.TypeOf<OptionsValidationException>().With.Message.Contains("AppId"));
    }
}
