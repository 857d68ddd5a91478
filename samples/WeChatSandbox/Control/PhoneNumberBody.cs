namespace WeChatSandbox.Control;

internal sealed record PhoneNumberBody(string OpenId, string PhoneNumber, string? CountryCode, string? AppId);
