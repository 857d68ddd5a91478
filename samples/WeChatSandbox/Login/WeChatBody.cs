using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WeChatSandbox.Login;

internal static class WeChatBody
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A success has no errcode, and no unionid where the user has none.</summary>
    public static string Session(string sessionKey, string openId, string? unionId)
    {
        var body = new JsonObject { ["session_key"] = sessionKey, ["openid"] = openId };
        if (unionId is not null)
            body["unionid"] = unionId;

        // WeChat has been seen to escape the slash, which JSON allows and a client that cuts strings does not survive.
        return body.ToJsonString(Plain).Replace("/", "\\/", StringComparison.Ordinal);
    }

    /// <summary>The rid's first group is the time in hex seconds.</summary>
    public static string Error(WeChatError error, DateTimeOffset now)
    {
        var rid = string.Create(
            CultureInfo.InvariantCulture,
            $"{now.ToUnixTimeSeconds():x8}-{RandomNumberGenerator.GetHexString(8, true)}-{RandomNumberGenerator.GetHexString(8, true)}");
        var body = new JsonObject { ["errcode"] = error.Code, ["errmsg"] = $"{error.Message}, rid: {rid}" };
        return body.ToJsonString(Plain);
    }
}
