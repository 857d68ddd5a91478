namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>A request as it went out, with its body.</summary>
internal sealed record SentRequest(HttpMethod Method, Uri Uri, string Body, long? ContentLength, string? ContentType)
{
    public static async Task<SentRequest> OfAsync(HttpRequestMessage message) => new(
        message.Method,
        message.RequestUri!,
        message.Content is null ? "" : await message.Content.ReadAsStringAsync(),
        message.Content?.Headers.ContentLength,
        message.Content?.Headers.ContentType?.ToString());

    /// <summary>A value of the query, unescaped; null when it is not there.</summary>
    public string? Query(string name) => Uri.Query.TrimStart('?').Split('&')
        .Where(part => part.StartsWith($"{name}=", StringComparison.Ordinal))
        .Select(part => System.Uri.UnescapeDataString(part[(name.Length + 1)..]))
        .SingleOrDefault();
}
