using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace WeChatSandbox.Wire;

// ASP.NET Core's own query collection takes "AppId" for "appid" and joins repeated names: a client's mistake would pass here.
internal sealed class WireQuery
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public WireQuery(QueryString query)
    {
        foreach (var pair in new QueryStringEnumerable(query.Value))
            values.TryAdd(pair.DecodeName().ToString(), pair.DecodeValue().ToString());
    }

    /// <summary>The first value of the name; <see langword="null"/> where it is absent or empty.</summary>
    public string? this[string name] => values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
