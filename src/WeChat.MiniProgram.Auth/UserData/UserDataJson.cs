using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace WeChat.MiniProgram.Auth;

/// <summary>
/// Parses what was decrypted, at one price for every failure. Exceptions cost far more than parsing does, and the more the deeper they
/// start; so each failure pays for two, one of a scan, always from the same depth, and one of the parser, on a text that it refuses at
/// its first byte; and what the parser did not read to its end pays for a text as long as the blocks, whatever their padding: the price
/// must not tell good padding from bad.
/// </summary>
internal static class UserDataJson
{
    private static ReadOnlySpan<byte> Refused => "!"u8;

    private static ReadOnlySpan<byte> Typical =>
        """{"openId":"____________________________","nickName":"____","gender":0,"language":"zh_CN","city":"_________","province":"_________","country":"CN","avatarUrl":"______________________________________________________________________________________________________________________________","unionId":"____________________________","watermark":{"timestamp":1700000000,"appid":"__________________"}}"""u8;

    public static bool TryParse<T>(ReadOnlySpan<byte> blocks, int jsonLength, JsonTypeInfo<T> typeInfo, out T? userData)
        where T : UserData
    {
        var json = blocks.Slice(0, jsonLength);
        var isJson = IsJsonObject(!json.IsEmpty && Utf8Text.IsValid(json) ? json : Refused);
        var isParsed = TryDeserialize(isJson ? json : Refused, typeInfo, out userData);
        if (!isParsed)
        {
            SpendTimeOfParsing(blocks.Length);
            if (isJson)
            {
                IsJsonObject(Refused);
            }
        }

        return isParsed;
    }

    /// <summary>Pays for data that was parsed and is refused for another reason.</summary>
    public static void SpendTimeOfFailure<T>(JsonTypeInfo<T> typeInfo)
        where T : UserData
    {
        IsJsonObject(Refused);
        TryDeserialize(Refused, typeInfo, out _);
    }

    private static bool IsJsonObject(ReadOnlySpan<byte> text)
    {
        try
        {
            var reader = new Utf8JsonReader(text);
            if (reader.Read() && reader.TokenType != JsonTokenType.StartObject)
            {
                reader = new Utf8JsonReader(Refused);
            }

            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool TryDeserialize<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> typeInfo, out T? userData)
        where T : UserData
    {
        try
        {
            userData = JsonSerializer.Deserialize(json, typeInfo);
            return userData is not null;
        }
#pragma warning disable CA1031 // A converter of the host may throw anything on what an attacker sent, and all of it is one failure.
        catch (Exception)
#pragma warning restore CA1031
        {
            userData = null;
            return false;
        }
    }

    private static void SpendTimeOfParsing(int length)
    {
        for (var spent = 0; spent < length; spent += Typical.Length)
        {
            TryDeserialize(Typical, UserDataJsonContext.Default.UserInfo, out _);
        }
    }
}
