using System.Text.Json.Nodes;
using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

internal static class StableTokenBody
{
    public static string Of(Sandbox sandbox, bool forceRefresh = false) => new JsonObject
    {
        ["grant_type"] = "client_credential",
        ["appid"] = sandbox.AppId,
        ["secret"] = sandbox.AppSecret,
        ["force_refresh"] = forceRefresh,
    }.ToJsonString();
}
