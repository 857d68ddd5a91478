using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace WeChat.MiniProgram.Auth.Tests;

internal sealed class SandboxHostTests
{
    [TestCase("/sandbox/login", """{"openId":"oTestUser"}""", "code")]
    [TestCase("/sandbox/phone", """{"openId":"oTestUser"}""", "encryptedData")]
    public async Task SandboxHost_PostOfCurl_IsAnswered(string path, string body, string property)
    {
        await using var host = await GuideHost.StartAsync(SandboxHost.Build("--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None"));
        using var login = AsCurl("""{"openId":"oTestUser"}""");
        await host.TextOfPostAsync("/sandbox/login", login);
        using var content = AsCurl(body);
        using var response = await host.PostAsync(path, content);

        Assert.That((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty(property).GetString(), Is.Not.Empty);
    }

    [Test]
    public async Task SandboxHost_FaultOfCurl_MeetsTheNextRequests()
    {
        await using var host = await GuideHost.StartAsync(SandboxHost.Build("--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None"));
        using var fault = AsCurl("""{"kind":"status","status":503,"times":2}""");
        await host.TextOfPostAsync("/sandbox/faults", fault);
        using var first = await host.Http.GetAsync(new Uri("/sns/jscode2session", UriKind.Relative));
        using var deleted = await host.Http.DeleteAsync(new Uri("/sandbox/faults", UriKind.Relative));
        using var second = await host.Http.GetAsync(new Uri("/sns/jscode2session", UriKind.Relative));

        Assert.That((int)first.StatusCode, Is.EqualTo(503));
        Assert.That((int)second.StatusCode, Is.EqualTo(200));
    }

    private static StringContent AsCurl(string body) => new(body, Encoding.UTF8, "application/x-www-form-urlencoded");
}
