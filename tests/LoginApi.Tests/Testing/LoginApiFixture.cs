using System.Net;

namespace LoginApi.Tests.Testing;

/// <summary>For each test a host, a stand-in for WeChat, and a user's phone.</summary>
public abstract class LoginApiFixture
{
    private readonly List<IDisposable> phones = [];
    private SandboxServer server = null!;

    protected Sandbox WeChat => server.Sandbox;

    private protected LoginHost Host { get; private set; } = null!;

    private protected Phone User { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync()
    {
        server = await SandboxServer.StartAsync();
        Host = LoginHost.Start(server, Settings);
        User = new(Host.Address, WeChat, "oXiaoming000000000000000000");
    }

    [TearDown]
    public async Task StopAsync()
    {
        User.Dispose();
        phones.ForEach(phone => phone.Dispose());
        phones.Clear();
        await Host.DisposeAsync();
        await server.DisposeAsync();
    }

    protected virtual IEnumerable<(string Name, string? Value)> Settings => [];

    private protected Phone PhoneOf(string openId)
    {
        var phone = new Phone(Host.Address, WeChat, openId);
        phones.Add(phone);
        return phone;
    }

    private protected static void AssertProblem(Answer answer, HttpStatusCode status, string code)
    {
        Assert.That(answer.Status, Is.EqualTo(status), answer.Body);
        Assert.That(answer.ContentType, Is.EqualTo("application/problem+json"));
        Assert.That(answer.Code, Is.EqualTo(code));
        Assert.That(answer.Text("status"), Is.EqualTo(((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }
}
