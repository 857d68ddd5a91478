using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace WeChat.MiniProgram.Auth;

/// <summary>Parses what was decrypted, and makes every failure cost the same.</summary>
internal static class UserDataJson
{
    public static bool TryParse<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> typeInfo, out T? userData)
        where T : UserData
    {
        try
        {
            userData = JsonSerializer.Deserialize(json, typeInfo);
            return userData is not null & Utf8Text.IsValid(json);
        }
#pragma warning disable CA1031 // A converter of the host may throw anything on what an attacker sent, and all of it is one failure.
        catch (Exception exception) when (exception is not NotSupportedException)
#pragma warning restore CA1031
        {
            userData = null;
            return false;
        }
    }

    public static void SpendTimeOfFailure<T>(JsonTypeInfo<T> typeInfo)
        where T : UserData => TryParse("!"u8, typeInfo, out _);
}
