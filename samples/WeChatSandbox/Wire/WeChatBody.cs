using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WeChatSandbox.Wire;

internal static class WeChatBody
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // WeChat has been seen to escape the slash, which JSON allows and a client that cuts strings does not survive.
    public static string Success(JsonObject fields) => fields.ToJsonString(Plain).Replace("/", "\\/", StringComparison.Ordinal);

    /// <summary>The errmsg ends with a rid, whose first group is the time in hex seconds; under /sns/ a comma stands before it.</summary>
    public static string Error(WeChatError error, IWeChatApi api, DateTimeOffset now)
    {
        var rid = string.Create(
            CultureInfo.InvariantCulture,
            $"{now.ToUnixTimeSeconds():x8}-{RandomNumberGenerator.GetHexString(8, true)}-{RandomNumberGenerator.GetHexString(8, true)}");
        var comma = api.Path.StartsWith("/sns/", StringComparison.Ordinal) ? "," : "";
        var body = new JsonObject
        {
            ["errcode"] = api.QuotesErrCode ? error.Code.ToString(CultureInfo.InvariantCulture) : error.Code,
            ["errmsg"] = $"{error.Message}{comma} rid: {rid}",
        };
        return body.ToJsonString(Plain);
    }
}
