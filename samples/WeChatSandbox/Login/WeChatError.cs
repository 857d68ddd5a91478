namespace WeChatSandbox.Login;

internal readonly record struct WeChatError(int Code, string Message)
{
    public static readonly WeChatError SystemError = new(-1, "system error");
    public static readonly WeChatError InvalidGrantType = new(40002, "invalid grant_type");
    public static readonly WeChatError InvalidAppId = new(40013, "invalid appid");
    public static readonly WeChatError InvalidCode = new(40029, "invalid code");
    public static readonly WeChatError InvalidAppSecret = new(40125, "invalid appsecret");
    public static readonly WeChatError CodeUsed = new(40163, "code been used");
    public static readonly WeChatError AppIdMissing = new(41002, "appid missing");
    public static readonly WeChatError AppSecretMissing = new(41004, "appsecret missing");
    public static readonly WeChatError CodeMissing = new(41008, "missing code");
    public static readonly WeChatError MinuteQuota = new(45011, "api minute-quota reach limit mustslower retry next minute");
}
