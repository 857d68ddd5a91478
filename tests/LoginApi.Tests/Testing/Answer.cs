using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace LoginApi.Tests.Testing;

/// <summary>What a host answered.</summary>
internal sealed record Answer(HttpStatusCode Status, string? ContentType, HttpResponseHeaders Headers, string Body)
{
    public string? Code => Text("code");

    public string? Text(string name) => Body.Length > 0 && JsonSerializer.Deserialize<JsonElement>(Body) is { ValueKind: JsonValueKind.Object } json
        && json.TryGetProperty(name, out var value) ? value.ToString() : null;

    public static async Task<Answer> OfAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        response.Content.Headers.ContentType?.MediaType,
        response.Headers,
        await response.Content.ReadAsStringAsync());
}
