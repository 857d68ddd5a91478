using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace WeChatSandbox.Login;

internal sealed record JsCode2SessionQuery(string? AppId, string? Secret, string? JsCode, string? GrantType)
{
    // ASP.NET Core's own query collection takes "AppId" for "appid" and joins repeated names: a client's mistake would pass here.
    public static JsCode2SessionQuery Parse(QueryString query)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in new QueryStringEnumerable(query.Value))
            values.TryAdd(pair.DecodeName().ToString(), pair.DecodeValue().ToString());

        string? Value(string name) => values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
        return new(Value("appid"), Value("secret"), Value("js_code"), Value("grant_type"));
    }
}
