using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>A sandbox for each test of the guide's code.</summary>
internal abstract class GuideFixture
{
    protected const string OpenId = "oReader";
    protected const string PhoneNumber = "13580006666";

    private SandboxServer server = null!;

    protected SandboxServer Server => server;

    protected Sandbox WeChat => server.Sandbox;

    [SetUp]
    public async Task StartAsync() => server = await SandboxServer.StartAsync();

    [TearDown]
    public async Task StopAsync() => await server.DisposeAsync();
}
