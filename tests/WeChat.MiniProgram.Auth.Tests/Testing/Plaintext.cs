namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>The JSON that WeChat encrypts, of a made-up user.</summary>
internal static class Plaintext
{
    public const string PhoneNumber = "13580006666";

    // Both are JSON, so that a test can put anything there.
    public static string Watermark(string timestamp = "1700000000", string appId = $"\"{TestApp.AppId}\"") =>
        $$"""{"timestamp":{{timestamp}},"appid":{{appId}}}""";

    // "more" is further members, each with its comma in front.
    public static string Phone(string? watermark = null, string more = "") => WithoutWatermark(
        $$"""{{more}},"watermark":{{watermark ?? Watermark()}}""");

    public static string WithoutWatermark(string more = "") =>
        $$"""{"phoneNumber":"{{PhoneNumber}}","purePhoneNumber":"{{PhoneNumber}}","countryCode":"86"{{more}}}""";

    /// <summary>A genuine phone number with a further member that makes it exactly this long.</summary>
    public static string PhoneOfLength(int length)
    {
        var filler = length - Phone(more: ",\"filler\":\"\"").Length;
        return Phone(more: $",\"filler\":\"{new string('x', filler)}\"");
    }
}
