namespace WeChat.MiniProgram.Auth;

/// <summary>The table from errcode to what the host does.</summary>
internal static class WeChatErrorKinds
{
    public static WeChatErrorKind Of(WeChatErrorCode errorCode) => errorCode switch
    {
        WeChatErrorCode.InvalidCode
            or WeChatErrorCode.CodeUsed
            or WeChatErrorCode.CodeMissing
            or WeChatErrorCode.PluginIllegalParameter
            or WeChatErrorCode.PluginAppIdMismatch
            or WeChatErrorCode.PluginOpenPIdNotFound
            or WeChatErrorCode.SessionKeyExpired
            or WeChatErrorCode.InvalidSignature => WeChatErrorKind.CodeRejected,
        WeChatErrorCode.DailyLimit
            or WeChatErrorCode.MinuteLimit
            or WeChatErrorCode.PluginTooFrequent => WeChatErrorKind.Throttled,
        WeChatErrorCode.UserBlocked => WeChatErrorKind.UserBlocked,
        WeChatErrorCode.SystemBusy => WeChatErrorKind.Busy,
        WeChatErrorCode.InvalidCredential
            or WeChatErrorCode.InvalidGrantType
            or WeChatErrorCode.InvalidAppId
            or WeChatErrorCode.InvalidAccessToken
            or WeChatErrorCode.InvalidAppSecret
            or WeChatErrorCode.IpNotAllowed
            or WeChatErrorCode.AppSecretFrozen
            or WeChatErrorCode.AccessTokenMissing
            or WeChatErrorCode.AppIdMissing
            or WeChatErrorCode.AppSecretMissing
            or WeChatErrorCode.AccessTokenExpired
            or WeChatErrorCode.PostRequired
            or WeChatErrorCode.ApiUnauthorized
            or WeChatErrorCode.UserLimited
            or WeChatErrorCode.TokenForbidden
            or WeChatErrorCode.AccountFrozen
            or WeChatErrorCode.ComponentNotAuthorized
            or WeChatErrorCode.NotBoundToOpenPlatform
            or WeChatErrorCode.IpNeedsConfirmation
            or WeChatErrorCode.IpRefusedForDay
            or WeChatErrorCode.IpRefusedForHour => WeChatErrorKind.Misconfigured,
        _ => WeChatErrorKind.Unknown,
    };

    public static string AdviceFor(WeChatErrorCode errorCode) => errorCode switch
    {
        WeChatErrorCode.NotBoundToOpenPlatform => "The app's owner must bind it to an Open Platform account at open.weixin.qq.com.",
        WeChatErrorCode.ComponentNotAuthorized => "The app's owner must authorise the third-party platform.",
        _ => AdviceFor(Of(errorCode)),
    };

    private static string AdviceFor(WeChatErrorKind kind) => kind switch
    {
        WeChatErrorKind.CodeRejected => "The mini program must call wx.login again and send the new code.",
        WeChatErrorKind.Throttled => "Wait at least a minute before the next call.",
        WeChatErrorKind.UserBlocked => "WeChat's risk control refuses this user: refuse the login.",
        WeChatErrorKind.Misconfigured => "Check the app's AppId, AppSecret, IP whitelist and notices at mp.weixin.qq.com.",
        WeChatErrorKind.Busy => "WeChat is busy: try again later.",
        _ => "Look the number up in WeChat's list of return codes.",
    };
}
