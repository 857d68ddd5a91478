using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using WeChatSandbox.Apps;
using WeChatSandbox.Users;

namespace WeChatSandbox.UserData;

/// <summary>The plaintexts, compact and with Chinese characters as they are, in the order of WeChat's own demo.</summary>
internal static class UserDataJson
{
    private const int WeRunDays = 31;

    private static readonly TimeSpan ChinaTime = TimeSpan.FromHours(8);
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string RawProfile(string nickName) => Text(new JsonObject(Person(nickName)));

    public static string Profile(string nickName, SandboxUser user, SandboxApp app, DateTimeOffset now)
    {
        var profile = new JsonObject([new("openId", user.OpenId), .. Person(nickName)]);
        if (user.UnionId is { } unionId)
            profile["unionId"] = unionId;

        return Text(Marked(profile, app, now));
    }

    public static string Phone(PhoneNumber phone, SandboxApp app, DateTimeOffset now)
    {
        var data = new JsonObject
        {
            ["phoneNumber"] = phone.FullNumber,
            ["purePhoneNumber"] = phone.PureNumber,
            ["countryCode"] = phone.CountryCode,
        };
        return Text(Marked(data, app, now));
    }

    public static string WeRun(SandboxApp app, DateTimeOffset now)
    {
        var today = new DateTimeOffset(now.ToOffset(ChinaTime).Date, ChinaTime);
        var days = Enumerable.Range(0, WeRunDays).Select(day => (JsonNode)new JsonObject
        {
            ["timestamp"] = today.AddDays(day - WeRunDays + 1).ToUnixTimeSeconds(),
            ["step"] = 3000 + (day * 977 % 9000),
        });
        return Text(Marked(new JsonObject { ["stepInfoList"] = new JsonArray([.. days]) }, app, now));
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Person(string nickName) =>
    [
        new("nickName", nickName),
        new("gender", 1),
        new("language", "zh_CN"),
        new("city", "Shenzhen"),
        new("province", "Guangdong"),
        new("country", "CN"),
        new("avatarUrl", "https://thirdwx.qlogo.cn/mmopen/vi_32/sandbox/132"),
    ];

    private static JsonObject Marked(JsonObject data, SandboxApp app, DateTimeOffset now)
    {
        data["watermark"] = new JsonObject { ["timestamp"] = now.ToUnixTimeSeconds(), ["appid"] = app.AppId };
        return data;
    }

    private static string Text(JsonObject json) => json.ToJsonString(Plain);
}
