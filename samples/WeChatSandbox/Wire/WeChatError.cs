namespace WeChatSandbox.Wire;

internal readonly record struct WeChatError(int Code, string Message)
{
    public static readonly WeChatError SystemError = new(-1, "system error");
    public static readonly WeChatError DataNotFound = new(1, "data not exit");
    public static readonly WeChatError PluginParameter = new(1001, "illegal parameter");
    public static readonly WeChatError PluginAppId = new(1005, "plugin appid does not match the data");
    public static readonly WeChatError PluginJson = new(1022, "json parse error");

    // Seen with no message at all.
    public static readonly WeChatError PluginData = new(1007, "");

    public static readonly WeChatError InvalidCredential = new(40001, "invalid credential, access_token is invalid or not latest");
    public static readonly WeChatError InvalidGrantType = new(40002, "invalid grant_type");
    public static readonly WeChatError InvalidOpenId = new(40003, "invalid openid");
    public static readonly WeChatError InvalidAppId = new(40013, "invalid appid");
    public static readonly WeChatError InvalidAccessToken = new(40014, "invalid access_token");
    public static readonly WeChatError InvalidCode = new(40029, "invalid code");
    public static readonly WeChatError InvalidArguments = new(40097, "invalid args");
    public static readonly WeChatError MissingParameter = new(40101, "missing parameter");
    public static readonly WeChatError InvalidAppSecret = new(40125, "invalid appsecret");
    public static readonly WeChatError CodeUsed = new(40163, "code been used");
    public static readonly WeChatError AccessTokenMissing = new(41001, "access_token missing");
    public static readonly WeChatError AppIdMissing = new(41002, "appid missing");
    public static readonly WeChatError AppSecretMissing = new(41004, "appsecret missing");
    public static readonly WeChatError CodeMissing = new(41008, "missing code");
    public static readonly WeChatError AccessTokenExpired = new(42001, "access_token expired");
    public static readonly WeChatError GetRequired = new(43001, "require GET method");
    public static readonly WeChatError PostRequired = new(43002, "require POST method");
    public static readonly WeChatError EmptyPostData = new(44002, "empty post data");
    public static readonly WeChatError MinuteQuota = new(45011, "api minute-quota reach limit mustslower retry next minute");
    public static readonly WeChatError DataFormat = new(47001, "data format error");
    public static readonly WeChatError Unauthorized = new(48001, "api unauthorized");
    public static readonly WeChatError ComponentNotAuthorized = new(61003, "component is not authorized by this account");
    public static readonly WeChatError NoSessionKey = new(87007, "session_key is not existd or expired");
    public static readonly WeChatError InvalidSigMethod = new(87008, "invalid sig_method");
    public static readonly WeChatError InvalidSignature = new(87009, "invalid signature");
    public static readonly WeChatError NotBound = new(89002, "not bound to open platform");
    public static readonly WeChatError InvalidTrade = new(89300, "invalid trade");
}
