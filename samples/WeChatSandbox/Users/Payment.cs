using WeChatSandbox.Apps;

namespace WeChatSandbox.Users;

internal sealed record Payment(
    SandboxApp App, SandboxUser User, string TransactionId, string? MchId, string? OutTradeNo, DateTimeOffset Time);
