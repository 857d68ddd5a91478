using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace LoginApi.Development;

/// <summary>Hides secrets from the page, and shows enough of a code or an id to recognise it.</summary>
internal static class Mask
{
    private const string Hidden = "***";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Path(string path, string? query)
    {
        var parts = QueryHelpers.ParseQuery(query).Select(part =>
            $"{part.Key}={Value(part.Key == "code" ? "js_code" : part.Key, part.Value.ToString())}"); // in a body, code is a problem's
        return string.Join('&', parts) is { Length: > 0 } masked ? $"{path}?{masked}" : path;
    }

    /// <summary>The same JSON, masked; of anything else, nothing.</summary>
    public static string Json(string text)
    {
        try
        {
            return Masked(JsonNode.Parse(text), "")?.ToJsonString(Readable) ?? "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static JsonNode? Masked(JsonNode? node, string name) => node switch
    {
        JsonObject json => new JsonObject(json.Select(property => KeyValuePair.Create(property.Key, Masked(property.Value, property.Key)))),
        JsonArray items => new JsonArray([.. items.Select(item => Masked(item, name))]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Value(name, text)),
        _ => node?.DeepClone(),
    };

    private static string Value(string name, string value) => name.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant() switch
    {
        "SECRET" or "SESSIONKEY" or "ACCESSTOKEN" or "COMPONENTACCESSTOKEN" or "REFRESHTOKEN" or "SIGNATURE" or "ENCRYPTKEY" => Hidden,
        "JSCODE" or "OPENID" or "UNIONID" => value.Length > 12 ? $"{value[..6]}{Hidden}" : Hidden,
        "PHONENUMBER" or "PUREPHONENUMBER" => value.Length > 8 ? $"{value[..3]}****{value[^4..]}" : Hidden,
        _ => value,
    };
}
