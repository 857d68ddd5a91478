namespace WeChatSandbox.Control;

internal sealed record PaymentBody(string OpenId, string TransactionId, string? MchId, string? OutTradeNo, string? AppId);
