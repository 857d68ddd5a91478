using System.Net;
using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>
/// The AppSecret travels in the query of each call. Over real sockets, with every log at Trace, every span and measurement of the process
/// listened to and the runtime's own masking of queries switched off, none of it shows, nor a code or a user.
/// </summary>
[NonParallelizable]
public sealed class LeakTests
{
    private const string OpenId = "oLeakTestUser0000000000000001";
    private const string UnionId = "uLeakTestUser0000000000000001";

    private static readonly Dictionary<string, SandboxFault?> Paths = new()
    {
        ["success"] = null,
        ["-1"] = SandboxFault.Busy,
        ["40013"] = SandboxFault.ErrCode(40013, "invalid appid"),
        ["40029"] = SandboxFault.ErrCode(40029, "invalid code"),
        ["40226"] = SandboxFault.ErrCode(40226, "code blocked"),
        ["45011"] = SandboxFault.ErrCode(45011, "api minute-quota reach limit"),
        ["99999"] = SandboxFault.ErrCode(99999, "unheard of"),
        ["503"] = SandboxFault.Status(503),
        ["empty"] = SandboxFault.Empty,
        ["HTML"] = SandboxFault.Html,
        ["truncated"] = SandboxFault.TruncatedJson,
        ["redirected"] = SandboxFault.Redirect,
        ["reset before"] = SandboxFault.ResetBefore,
        ["reset after"] = SandboxFault.ResetAfter,
        ["reset mid body"] = SandboxFault.ResetMidBody,
        ["hung"] = SandboxFault.Hang,
        ["too long"] = SandboxFault.Huge(2 * 1024 * 1024),
    };

    private static IEnumerable<string> NamesOfPaths => Paths.Keys;

    [Test]
    public async Task Login_OnEveryPath_TellsNoSecret([ValueSource(nameof(NamesOfPaths))] string path)
    {
        await using var server = await SandboxServer.StartAsync();
        server.Sandbox.FailAlways(Paths[path]);
        var code = server.Sandbox.Login(OpenId, UnionId);

        var outcome = await AssertNoLeakAsync(
            server.Sandbox, code, server.Address, attemptTimeout: path == "hung" ? TimeSpan.FromSeconds(1) : null);
        Assert.That(outcome.StartsWith(nameof(MiniProgramUser), StringComparison.Ordinal), Is.EqualTo(path == "success"));
    }

    [Test]
    public async Task Login_ConnectionRefused_TellsNoSecret()
    {
        using var port = new ClosedPort();
        var sandbox = new Sandbox(new SandboxOptions());
        await AssertNoLeakAsync(sandbox, sandbox.Login(OpenId, UnionId), port.Address);
    }

    [Test]
    public async Task Login_Cancelled_TellsNoSecret()
    {
        await using var server = await SandboxServer.StartAsync();
        server.Sandbox.FailAlways(SandboxFault.Hang);
        using var source = new CancellationTokenSource();

        var login = AssertNoLeakAsync(server.Sandbox, server.Sandbox.Login(OpenId, UnionId), server.Address, cancellationToken: source.Token);
        await Eventually.IsTrueAsync(() => server.Sandbox.RequestCount == 1);
        await source.CancelAsync();

        Assert.That(await login, Does.Contain(nameof(OperationCanceledException)));
    }

    /// <summary>The user or the exception, as text.</summary>
    private static async Task<string> AssertNoLeakAsync(
        Sandbox sandbox, string code, Uri address, TimeSpan? attemptTimeout = null, CancellationToken cancellationToken = default)
    {
        using var log = new CapturedLog();
        using var witness = new Witness();
        var told = new List<string>();
        using (var app = new LoopbackApp(sandbox, address, log, options => options.AttemptTimeout = attemptTimeout ?? options.AttemptTimeout))
        {
            try
            {
                told.Add((await app.Login.LoginAsync(code, cancellationToken)).ToString());
            }
            catch (Exception exception) when (exception is WeChatApiException or WeChatUnavailableException or OperationCanceledException)
            {
                told.Add(exception.ToString());
            }
        }

        told.AddRange(log.All.Select(entry => entry.Everything));
        told.AddRange(witness.Told);
        Assert.That(witness.Told, Has.Some.StartsWith($"span {WeChatMiniProgramDiagnostics.ActivitySourceName} code2Session"));
        Assert.That(witness.Told, Has.Some.Contains(WeChatMiniProgramDiagnostics.RequestDurationInstrumentName));
        var sessionKey = sandbox.SessionKey(OpenId);
        string[] secrets = [sandbox.AppSecret, code, OpenId, UnionId, sessionKey, WebUtility.UrlEncode(sessionKey)];
        Assert.That(told.Where(text => secrets.Any(text.Contains)), Is.Empty);
        return told[0];
    }
}
