using WeChatSandbox.Apps;
using WeChatSandbox.Wire;

namespace WeChatSandbox.AccessTokens;

/// <summary>How many of an app's next calls have their good token refused all the same.</summary>
internal sealed class TokenRefusals
{
    private readonly object gate = new();
    private readonly Dictionary<SandboxApp, (WeChatError Error, int Left)> plans = [];

    public void Plan(SandboxApp app, int errcode, int times)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(times);

        var error = errcode switch
        {
            40001 => WeChatError.InvalidCredential,
            40014 => WeChatError.InvalidAccessToken,
            42001 => WeChatError.AccessTokenExpired,
            _ => throw new ArgumentOutOfRangeException(nameof(errcode), errcode, "WeChat refuses a token with 40001, 40014 or 42001."),
        };
        lock (gate)
            plans[app] = (error, times);
    }

    public WeChatError? Next(SandboxApp app)
    {
        lock (gate)
        {
            if (!plans.TryGetValue(app, out var plan) || plan.Left == 0)
                return null;

            if (plan.Left != int.MaxValue)
                plans[app] = (plan.Error, plan.Left - 1);

            return plan.Error;
        }
    }
}
