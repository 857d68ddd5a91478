using System.Text;
using System.Text.Json;

namespace WeChat.MiniProgram.Auth;

/// <summary>What is asked about a user, as it goes over the wire.</summary>
internal static class UserRequests
{
    public static readonly WeChatErrorCode[] EndedSession = [WeChatErrorCode.SessionKeyExpired, WeChatErrorCode.InvalidSignature];

    // The code is the client's: none that it sends may look like the operator's mistake.
    private static readonly Dictionary<WeChatErrorCode, ErrorMeaning> MeaningsForPhoneCode = new()
    {
        [WeChatErrorCode.InvalidCode] = new(
            WeChatErrorKind.CodeRejected,
            "This is about the code of the phone number button, which is another than wx.login's, works once, for 5 minutes, and for "
            + "the user who pressed it: the mini program shows the button again."),
        [WeChatErrorCode.InvalidAppId] = new(
            WeChatErrorKind.CodeRejected, "The code of the phone number button comes from another mini program than this AppId's."),
    };

    private static readonly ErrorMeaning PluginCodeRejected = new(
        WeChatErrorKind.CodeRejected,
        "This is about the code of wx.pluginLogin, which is another than wx.login's and works once: the plugin calls wx.pluginLogin again.");

    private static readonly Dictionary<WeChatErrorCode, ErrorMeaning> MeaningsForPluginCode = new()
    {
        [WeChatErrorCode.PluginSystemError] = ErrorMeaning.Of(WeChatErrorCode.SystemBusy),
        [WeChatErrorCode.PluginIllegalParameter] = PluginCodeRejected,
        [WeChatErrorCode.PluginAppIdMismatch] = new(WeChatErrorKind.CodeRejected, "The code comes from another plugin than this AppId's."),
        [WeChatErrorCode.PluginOpenPIdNotFound] = PluginCodeRejected,
    };

    public static WeChatRequest PhoneNumber(string phoneCode, string? openId) =>
        new("getPhoneNumber", "wxa/business/getuserphonenumber", query: [], secrets: [])
        {
            CallerSecrets = openId is null ? [phoneCode] : [phoneCode, openId],
            Body = BodyOf(phoneCode, openId),
            AfterLostAnswer = WeChatErrorCode.InvalidCode,
            Meanings = MeaningsForPhoneCode,
        };

    public static WeChatRequest SessionKeyCheck(string openId, SessionKey sessionKey) =>
        new("checkSessionKey", "wxa/checksession", SignedQuery(openId, sessionKey, out var signature), [signature])
        {
            CallerSecrets = [openId],
            Answers = EndedSession,
        };

    public static WeChatRequest SessionKeyReset(string openId, SessionKey sessionKey) =>
        new("ResetUserSessionKey", "wxa/resetusersessionkey", SignedQuery(openId, sessionKey, out var signature), [signature])
        {
            CallerSecrets = [openId],
            AfterLostAnswer = WeChatErrorCode.InvalidSignature,
        };

    public static WeChatRequest EncryptedDataCheck(string encryptedData)
    {
        // WeChat knows the text as it made it, without what came in on the way.
        var text = Encoding.UTF8.GetBytes(Base64Text.Repair(encryptedData));
        var question = new EncryptedDataQuestion { EncryptedDataHash = Hex.ToLower(Sha256.Compute(text)) };
        return new("checkEncryptedData", "wxa/business/checkencryptedmsg", query: [], secrets: [])
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(question, UsersJsonContext.Default.EncryptedDataQuestion),
            Answers = [WeChatErrorCode.EncryptedDataNotFound],
        };
    }

    public static WeChatRequest PluginOpenPId(string pluginCode) =>
        new("getPluginOpenPId", "wxa/getpluginopenpid", query: [], secrets: [])
        {
            CallerSecrets = [pluginCode],
            Body = BodyOf(pluginCode, openId: null),
            AfterLostAnswer = WeChatErrorCode.PluginOpenPIdNotFound,
            Meanings = MeaningsForPluginCode,
        };

    public static WeChatRequest PaidUnionId(string openId, PaidOrder order) =>
        new("getPaidUnionid", "wxa/getpaidunionid", [("openid", openId), .. order.Query], secrets: [])
        {
            CallerSecrets = [openId, .. order.Query.Select(static part => part.Value)],
        };

    public static WeChatRequest EncryptKeys(string openId, SessionKey sessionKey) =>
        new("getUserEncryptKey", "wxa/business/getuserencryptkey", SignedQuery(openId, sessionKey, out var signature), [signature])
        {
            CallerSecrets = [openId],
        };

    private static byte[] BodyOf(string code, string? openId) =>
        JsonSerializer.SerializeToUtf8Bytes(new() { Code = code, OpenId = openId }, UsersJsonContext.Default.CodeQuestion);

    private static (string Name, string Value)[] SignedQuery(string openId, SessionKey sessionKey, out string signature)
    {
        signature = SessionKeySignature.Of(sessionKey);
        return [("openid", openId), ("signature", signature), ("sig_method", "hmac_sha256")];
    }
}
