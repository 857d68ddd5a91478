using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace WeChatSandbox.Wire;

/// <summary>What an API sees of a request.</summary>
internal sealed record ApiRequest(string Method, WireQuery Query, string Body)
{
    public static async Task<ApiRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body);
        return new(request.Method, new WireQuery(request.QueryString), await reader.ReadToEndAsync(cancellationToken));
    }

    /// <summary>Reads the body as a JSON object, whatever its content type.</summary>
    /// <returns>What is wrong with the body; <see langword="null"/> when nothing is.</returns>
    public WeChatError? ReadJson(out JsonElement json)
    {
        json = default;
        if (Body.Length == 0)
            return WeChatError.EmptyPostData;

        try
        {
            using var document = JsonDocument.Parse(Body);
            json = document.RootElement.Clone();
            return json.ValueKind == JsonValueKind.Object ? null : WeChatError.DataFormat;
        }
        catch (JsonException)
        {
            return WeChatError.DataFormat;
        }
    }
}
