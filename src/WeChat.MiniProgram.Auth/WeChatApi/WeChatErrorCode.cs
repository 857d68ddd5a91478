namespace WeChat.MiniProgram.Auth;

/// <summary>
/// The errcodes of WeChat that have a meaning for a login or for what the package asks about a user. Any other number is kept as it is. Each member gives WeChat's text in
/// Chinese and English and what to do; <see cref="WeChatErrorKind"/> is the short form of that.
/// </summary>
/// <remarks>
/// Sources: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html and
/// https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html
/// </remarks>
public enum WeChatErrorCode
{
    /// <summary>系统繁忙，此时请开发者稍候再试 (system error: busy, try again later). <see cref="WeChatErrorKind.Busy"/>.</summary>
    /// <remarks>The package has tried again already; let the user try later.</remarks>
    SystemBusy = -1,

    /// <summary>请求成功 (ok).</summary>
    /// <remarks>Nothing. It is never in an exception.</remarks>
    Ok = 0,

    /// <summary>数据不存在 (data not exist: WeChat made no such data for this app in the last 3 days). <see cref="WeChatErrorKind.Unknown"/>.</summary>
    /// <remarks>checkEncryptedData alone; the package answers that the data is not from WeChat.</remarks>
    EncryptedDataNotFound = 1,

    /// <summary>系统错误 (system error). <see cref="WeChatErrorKind.Unknown"/>, but <see cref="WeChatErrorKind.Busy"/> from getPluginOpenPId.</summary>
    /// <remarks>getPluginOpenPId alone. The package has tried again already; let the user try later.</remarks>
    PluginSystemError = 1000,

    /// <summary>参数错误 (illegal parameter). <see cref="WeChatErrorKind.CodeRejected"/>.</summary>
    /// <remarks>getPluginOpenPId alone. Check that the code is wx.pluginLogin's.</remarks>
    PluginIllegalParameter = 1001,

    /// <summary>调用太频繁 (too frequent). <see cref="WeChatErrorKind.Throttled"/>.</summary>
    /// <remarks>getPluginOpenPId alone. Wait a minute.</remarks>
    PluginTooFrequent = 1003,

    /// <summary>插件 appid 与数据不匹配 (the plugin's appid does not match the data). <see cref="WeChatErrorKind.CodeRejected"/>.</summary>
    /// <remarks>getPluginOpenPId alone. The code comes from another plugin than the AppID's.</remarks>
    PluginAppIdMismatch = 1005,

    /// <summary>openpid 数据不存在 (openpid data not found, often with an empty text). <see cref="WeChatErrorKind.CodeRejected"/>.</summary>
    /// <remarks>getPluginOpenPId alone. The usual cause is a wx.login code in place of wx.pluginLogin's.</remarks>
    PluginOpenPIdNotFound = 1007,

    /// <summary>JSON 解析失败 (JSON parse error). <see cref="WeChatErrorKind.Unknown"/>.</summary>
    /// <remarks>getPluginOpenPId alone. Check what changes the requests on their way, such as a gateway.</remarks>
    PluginInvalidJson = 1022,

    /// <summary>获取 access_token 时 AppSecret 错误，或者 access_token 无效 (invalid credential: wrong AppSecret, or access_token invalid or not latest). <see cref="WeChatErrorKind.Misconfigured"/>.</summary>
    /// <remarks>
    /// From a call with an access_token: the package has asked again with a new one; look for another program that refreshes this app's
    /// tokens by force. When getting a token: check the AppSecret. As a third-party platform, from a login: check the component_access_token.
    /// </remarks>
    InvalidCredential = 40001,

    /// <summary>不合法的凭证类型 (invalid grant_type). <see cref="WeChatErrorKind.Misconfigured"/>.</summary>
    /// <remarks>Check what changes the requests on their way, such as a gateway.</remarks>
    InvalidGrantType = 40002,

    /// <summary>不合法的 OpenID (invalid openid). <see cref="WeChatErrorKind.Unknown"/>.</summary>
    /// <remarks>The openid is no user's of this app.</remarks>
    InvalidOpenId = 40003,

    /// <summary>不合法的 AppID (invalid appid). <see cref="WeChatErrorKind.Misconfigured"/>.</summary>
    /// <remarks>
    /// Correct <see cref="WeChatMiniProgramOptions.AppId"/>. From getPhoneNumber it is <see cref="WeChatErrorKind.CodeRejected"/>: the code
    /// comes from another mini program.
    /// </remarks>
    InvalidAppId = 40013,

    /// <summary>不合法的 access_token (invalid access_token). <see cref="WeChatErrorKind.Misconfigured"/>.</summary>
    /// <remarks>The package has asked again with a new token. Look for another program that refreshes this app's tokens by force.</remarks>
    InvalidAccessToken = 40014,

    /// <summary>不合法的按钮个数 (invalid button size). <see cref="WeChatErrorKind.Unknown"/>.</summary>
    /// <remarks>The page of getPluginOpenPId lists it, with the text of another API. Check what was passed.</remarks>
    InvalidButtonSize = 40016,

    /// <summary>js_code 无效 (invalid code: wrong, expired after 5 minutes, or another app's). <see cref="WeChatErrorKind.CodeRejected"/>.</summary>
    /// <remarks>The mini program calls wx.login again. When it happens to everyone, the front end and the host have different AppIDs.</remarks>
    InvalidCode = 40029,

    /// <summary>参数错误 (invalid args). <see cref="WeChatErrorKind.Unknown"/>.</summary>
    /// <remarks>Check what was passed.</remarks>
    InvalidArguments = 40097,

    /// <summary>缺少参数 (missing parameter). <see cref="WeChatErrorKind.Unknown"/>.</summary>
    /// <remarks>Check what was passed.</remarks>
    ParameterMissing = 40101,

    /// <summary>无效的 appsecret (invalid appsecret). <see cref="WeChatErrorKind.Misconfigured"/>.</summary>
    /// <remarks>Correct <see cref="WeChatMiniProgramOptions.AppSecret"/>; it may have been reset.</remarks>
    InvalidAppSecret = 40125,

    /// <summary>oauth_code 已使用 (code been used). <see cref="WeChatErrorKind.CodeRejected"/>.</summary>
    /// <remarks>The mini program calls wx.login again; a code works once. Look for a front end that sends it twice.</remarks>
    CodeUsed = 40163,

    /// <summary>调用接口的 IP 地址不在白名单中 (invalid ip, not in whitelist). <see cref="WeChatErrorKind.Misconfigured"/>.</summary>
    /// <remarks>Add the address that the message names to the whitelist at mp.weixin.qq.com.</remarks>
    IpNotAllowed = 40164,

    /// <summary>高风险等级用户，小程序登录拦截 (code blocked: a high-risk user, login refused). <see cref="WeChatErrorKind.UserBlocked"/>.</summary>
    /// <remarks>Refuse the login.</remarks>
    UserBlocked = 40226,

    /// <summary>AppSecret 已被冻结 (the AppSecret is frozen). <see cref="WeChatErrorKind.Misconfigured"/>.</summary>
    /// <remarks>The owner unfreezes it at mp.weixin.qq.com.</remarks>
    AppSecretFrozen = 40243,

    /// <summary>缺少 access_token 参数 (access_token missing). <see cref="WeChatErrorKind.Misconfigured"/>.</summary>
    /// <remarks>Check what changes the requests on their way, such as a gateway.</remarks>
    AccessTokenMissing = 41001,

    /// <summary>缺少 appid 参数 (appid missing). <see cref="WeChatErrorKind.Misconfigured"/>.</summary>
    /// <remarks>Check what changes the requests on their way, such as a gateway.</remarks>
    AppIdMissing = 41002,

    /// <summary>缺少 secret 参数 (appsecret missing). <see cref="WeChatErrorKind.Misconfigured"/>.</summary>
    /// <remarks>Check what changes the requests on their way, such as a gateway.</remarks>
    AppSecretMissing = 41004,

    /// <summary>缺少 oauth code (missing code). <see cref="WeChatErrorKind.CodeRejected"/>.</summary>
    /// <remarks>The mini program calls wx.login again and sends the code.</remarks>
    CodeMissing = 41008,

    /// <summary>access_token 超时 (access_token expired). <see cref="WeChatErrorKind.Misconfigured"/>.</summary>
    /// <remarks>The package has asked again with a new token. Look for another program that refreshes this app's tokens by force.</remarks>
    AccessTokenExpired = 42001,

    /// <summary>需要 POST 请求 (require POST method). <see cref="WeChatErrorKind.Misconfigured"/>.</summary>
    /// <remarks>Check what changes the requests on their way, such as a gateway.</remarks>
    PostRequired = 43002,

    /// <summary>POST 的数据包为空 (empty post data). <see cref="WeChatErrorKind.Unknown"/>.</summary>
    /// <remarks>Check what changes the requests on their way, such as a gateway.</remarks>
    EmptyBody = 44002,

    /// <summary>调用超过天级别频率限制 (reach max api daily quota limit). <see cref="WeChatErrorKind.Throttled"/>.</summary>
    /// <remarks>Wait; the quota is the whole app's and starts afresh each day.</remarks>
    DailyLimit = 45009,

    /// <summary>API 调用太频繁，请稍候再试（每个用户每分钟 100 次） (api minute-quota reach limit: 100 a minute for one user). <see cref="WeChatErrorKind.Throttled"/>.</summary>
    /// <remarks>Wait a minute. Look for a front end that logs in in a loop.</remarks>
    MinuteLimit = 45011,

    /// <summary>解析 JSON/XML 内容错误 (data format error). <see cref="WeChatErrorKind.Unknown"/>.</summary>
    /// <remarks>Check what changes the requests on their way, such as a gateway.</remarks>
    InvalidJson = 47001,

    /// <summary>api 功能未授权 (api unauthorized: the account may not use this API). <see cref="WeChatErrorKind.Misconfigured"/>.</summary>
    /// <remarks>Check that the AppID is a mini program's.</remarks>
    ApiUnauthorized = 48001,

    /// <summary>用户受限，可能是违规后接口被封禁 (user limited: the app's account is restricted, perhaps for a violation). <see cref="WeChatErrorKind.Misconfigured"/>.</summary>
    /// <remarks>The owner looks for notices at mp.weixin.qq.com.</remarks>
    UserLimited = 50002,

    /// <summary>禁止使用 token 接口 (forbidden to use the token interface). <see cref="WeChatErrorKind.Misconfigured"/>.</summary>
    /// <remarks>The owner looks for notices at mp.weixin.qq.com.</remarks>
    TokenForbidden = 50004,

    /// <summary>账号已冻结 (the account is frozen). <see cref="WeChatErrorKind.Misconfigured"/>.</summary>
    /// <remarks>The owner unfreezes it at mp.weixin.qq.com.</remarks>
    AccountFrozen = 50007,

    /// <summary>component 未得到该账号的授权 (component is not authorized by this account). <see cref="WeChatErrorKind.Misconfigured"/>.</summary>
    /// <remarks>The mini program's owner authorises the third-party platform.</remarks>
    ComponentNotAuthorized = 61003,

    /// <summary>session_key 不存在或已过期 (session_key is not existd or expired). <see cref="WeChatErrorKind.CodeRejected"/>.</summary>
    /// <remarks>The mini program calls wx.login again.</remarks>
    SessionKeyExpired = 87007,

    /// <summary>无效的 sig_method (invalid sig_method). <see cref="WeChatErrorKind.Unknown"/>.</summary>
    /// <remarks>Check what changes the requests on their way, such as a gateway.</remarks>
    InvalidSignatureMethod = 87008,

    /// <summary>无效的签名 (invalid signature: the session_key is no longer valid). <see cref="WeChatErrorKind.CodeRejected"/>.</summary>
    /// <remarks>The mini program calls wx.login again.</remarks>
    InvalidSignature = 87009,

    /// <summary>没有绑定开放平台账号 (not bound to an Open Platform account). <see cref="WeChatErrorKind.Misconfigured"/>.</summary>
    /// <remarks>The owner binds the mini program at open.weixin.qq.com; without it there is no unionid.</remarks>
    NotBoundToOpenPlatform = 89002,

    /// <summary>订单无效 (invalid trade). <see cref="WeChatErrorKind.Unknown"/>.</summary>
    /// <remarks>No such order of this user, or paid more than 5 minutes ago.</remarks>
    InvalidTrade = 89300,

    /// <summary>此 IP 调用需要管理员确认，请联系管理员 (calls from this ip must be confirmed by the administrator). <see cref="WeChatErrorKind.Misconfigured"/>.</summary>
    /// <remarks>The administrator confirms it in WeChat.</remarks>
    IpNeedsConfirmation = 89503,

    /// <summary>24 小时内该 IP 被管理员拒绝调用两次，24 小时内不可再使用该 IP 调用 (the administrator refused this ip twice: blocked for 24 hours). <see cref="WeChatErrorKind.Misconfigured"/>.</summary>
    /// <remarks>Ask the administrator, and wait 24 hours.</remarks>
    IpRefusedForDay = 89506,

    /// <summary>1 小时内该 IP 被管理员拒绝调用一次，1 小时内不可再使用该 IP 调用 (the administrator refused this ip: blocked for an hour). <see cref="WeChatErrorKind.Misconfigured"/>.</summary>
    /// <remarks>Ask the administrator, and wait an hour.</remarks>
    IpRefusedForHour = 89507,
}
