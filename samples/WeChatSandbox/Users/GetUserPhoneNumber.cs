using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using WeChatSandbox.AccessTokens;
using WeChatSandbox.Apps;
using WeChatSandbox.Wire;

namespace WeChatSandbox.Users;

internal sealed class GetUserPhoneNumber(TokenGate gate, UserCodes codes, SandboxOptions options) : AccessTokenApi(gate)
{
    private int answers;

    public override string Path => "/wxa/business/getuserphonenumber";

    public override string Method => HttpMethods.Post;

    protected override WeChatAnswer Answer(ApiRequest request, SandboxApp app)
    {
        if (request.ReadJson(out var json) is { } unreadable)
            return unreadable;
        if (json.Text("code") is not { } value || codes.Find(value) is not { } code)
            return WeChatError.InvalidCode;
        if (code.App != app)
            return WeChatError.InvalidAppId;
        if (json.Text("openid") is { } openId && openId != code.User.OpenId)
            return WeChatError.InvalidCode;
        if (!code.TrySpend())
            return WeChatError.InvalidCode;

        return WeChatAnswer.Ok(("phone_info", PhoneInfo(code)));
    }

    private JsonObject PhoneInfo(UserCode code) => new()
    {
        ["phoneNumber"] = code.User.PhoneNumber.FullNumber,
        ["purePhoneNumber"] = code.User.PhoneNumber.PureNumber,
        ["countryCode"] = CountryCode(code.User.PhoneNumber.CountryCode),
        ["watermark"] = new JsonObject { ["timestamp"] = code.Created.ToUnixTimeSeconds(), ["appid"] = code.App.AppId },
    };

    private JsonNode CountryCode(string text)
    {
        var isNumber = options.CountryCodeIsNumber ?? (Interlocked.Increment(ref answers) % 2 == 0);
        return isNumber ? int.Parse(text, CultureInfo.InvariantCulture) : text;
    }
}
