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

    /// <summary>What a configuration section says of the sandbox's app.</summary>
    protected IEnumerable<KeyValuePair<string, string?>> SettingsIn(string section) =>
    [
        new($"{section}:AppId", WeChat.AppId),
        new($"{section}:AppSecret", WeChat.AppSecret),
        new($"{section}:BaseAddress", Server.Address.ToString()),
    ];
}
