namespace WeChatSandbox.Control;

internal sealed record UserBody(string OpenId, string? AppId, string? NickName, string? PhoneNumber);
