namespace WeChatSandbox.Control;

internal sealed record RefusalBody(int? ErrCode, int? Times, bool? Always, string? AppId);
