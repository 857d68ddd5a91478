using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The same over real sockets, with every span and measurement of the process listened to.</summary>
[NonParallelizable]
public sealed class UserLeakTests
{
    private const string OpenId = "oLeakTestUser0000000000000002";
    private const string UnionId = "uLeakTestUser0000000000000002";
    private const string OrderId = "4200000000202411240000000002";

    private static readonly Dictionary<string, SandboxFault?> Faults = new()
    {
        ["success"] = null,
        ["refused"] = SandboxFault.ErrCode(40097, "invalid args"),
        ["busy"] = SandboxFault.Busy,
        ["503"] = SandboxFault.Status(503),
        ["reset"] = SandboxFault.ResetAfter,
        ["redirected"] = SandboxFault.Redirect,
        ["truncated"] = SandboxFault.TruncatedJson,
    };

    private static IEnumerable<string> NamesOfFaults => Faults.Keys;

    [Test]
    public async Task EveryApi_OnEveryPath_TellsNoSecret([ValueSource(nameof(NamesOfFaults))] string fault)
    {
        await using var server = await SandboxServer.StartAsync();
        var sandbox = server.Sandbox;
        using var log = new CapturedLog();
        using var witness = new Witness();
        using var app = new LoopbackApp(sandbox, server.Address, log);
        var loginCode = sandbox.Login(OpenId, UnionId);
        await app.Login.LoginAsync(loginCode);
        sandbox.Pay(OpenId, OrderId);
        var (phoneCode, pluginCode, data, firstKey) = (sandbox.PhoneCode(OpenId), sandbox.PluginLogin(OpenId), sandbox.Phone(OpenId), sandbox.SessionKey(OpenId));
        foreach (var api in UserApi.All)
        {
            sandbox.FailAlways(Faults[fault], api.Path);
        }

        var told = new List<string>();
        foreach (var call in new Func<Task>[]
        {
            () => app.Users.GetPhoneNumberAsync(phoneCode, OpenId),
            () => app.Users.CheckSessionKeyAsync(OpenId),
            () => app.Users.CheckEncryptedDataAsync(data.EncryptedData),
            () => app.Users.GetPluginOpenPIdAsync(pluginCode),
            () => app.Users.GetPaidUnionIdAsync(OpenId, PaidOrder.ByTransaction(OrderId)),
            () => app.Users.GetEncryptKeysAsync(OpenId),
            () => app.Users.ResetSessionKeyAsync(OpenId),
        })
        {
            try
            {
                await call();
            }
            catch (Exception exception) when (exception is WeChatApiException or WeChatUnavailableException)
            {
                told.Add(exception.ToString());
            }
        }

        Assert.That(told, Has.Count.EqualTo(fault == "success" ? 0 : UserApi.All.Count));
        foreach (var api in UserApi.Names.Append("getStableAccessToken"))
        {
            Assert.That(witness.Told, Has.Some.StartsWith($"span {WeChatMiniProgramDiagnostics.ActivitySourceName} {api}"));
        }

        told.AddRange(log.All.Select(entry => entry.Everything));
        told.AddRange(witness.Told);
        string[] secrets =
        [
            sandbox.AppSecret, sandbox.AccessToken(), OpenId, UnionId, OrderId, loginCode, phoneCode, pluginCode, "13580006666",
            sandbox.OpenPId(OpenId), firstKey, sandbox.SessionKey(OpenId), SessionSignature.Of(firstKey), sandbox.EncryptKey(OpenId).EncryptKey,
            sandbox.EncryptKey(OpenId).Iv, data.EncryptedData,
        ];
        Assert.That(told.Where(text => secrets.Any(text.Contains)), Is.Empty);
    }
}
