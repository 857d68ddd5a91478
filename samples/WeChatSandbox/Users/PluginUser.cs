using System.Security.Cryptography;
using System.Text;
using WeChatSandbox.Apps;

namespace WeChatSandbox.Users;

internal static class PluginUser
{
    /// <summary>The same for the same user, host mini program and plugin, and different for any other three.</summary>
    public static string OpenPId(SandboxUser user, SandboxApp host, SandboxApp plugin)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{user.OpenId}\n{host.AppId}\n{plugin.AppId}"));
        return "G" + Convert.ToBase64String(hash).Replace('+', '-').Replace('/', '_')[..27];
    }
}
