using System.Text;
using System.Text.Json;
using CsCheck;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>What an attacker or a broken proxy may send: noise, near misses of the real thing, and the real thing damaged.</summary>
internal static class Hostile
{
    private const string Base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \n\0é";

    private static readonly string[] JsonValues =
    [
        "null", "true", "0", "-0", "-1", "1.5", "1e400", "40029", "\"40163\"", "\"-1\"", "2147483648", "99999999999999999999", "[]", "{}", "[null]",
        "\"\"", "\"\\ud800\"", "\"\\u0000\"", "\"rid: 64e5b9f4-1f3c7a2b-0a1b2c3d\"", $"\"{TestApp.AppId}\"", $"\"{TestApp.AppSecret}\"", $"\"{Answers.Code}\"",
    ];

    /// <summary>Any bytes.</summary>
    public static Gen<byte[]> Bytes { get; } = Gen.Byte.Array[0, 300];

    /// <summary>Any text: of all of UTF-16, with halves of surrogate pairs; almost Base64; Base64.</summary>
    public static Gen<string> Text { get; } = Gen.OneOf(
        Gen.Char.Array[0, 64].Select(characters => new string(characters)),
        Gen.Char[Base64Digits].Array[0, 64].Select(characters => new string(characters)),
        Bytes.Select(bytes => Convert.ToBase64String(bytes)),
        Gen.Byte.Array[16].Select(bytes => Convert.ToBase64String(bytes)));

    /// <summary>A JSON object of these members, in any order and number, of any values; now and then nested too deep.</summary>
    public static Gen<string> Json(params string[] names)
    {
        var value = Gen.OneOf(
            Gen.OneOfConst(JsonValues),
            Text.Select(text => JsonSerializer.Serialize(text)),
            Gen.Int[1, 200].Select(depth => new string('[', depth) + new string(']', depth)));
        return Gen.Select(Gen.OneOfConst(names), value, (name, json) => $"\"{name}\":{json}")
            .Array[0, 8]
            .Select(members => $"{{{string.Join(",", members)}}}");
    }

    /// <summary>The real thing with one to four bytes replaced, lost or added, its end cut off, or a part of it twice.</summary>
    public static Gen<byte[]> Damaged(byte[] genuine) => Gen.Select(Gen.Int[0, 4], Gen.Int[0, genuine.Length], Gen.Byte)
        .Array[1, 4]
        .Select(damages => damages.Aggregate(genuine, Damage));

    public static Gen<byte[]> Damaged(string genuine) => Damaged(Encoding.UTF8.GetBytes(genuine));

    private static byte[] Damage(byte[] bytes, (int Kind, int Position, byte Value) damage)
    {
        var at = Math.Min(damage.Position, bytes.Length);
        var behind = Math.Min(at + 1, bytes.Length);
        return damage.Kind switch
        {
            0 => [.. bytes[..at], damage.Value, .. bytes[behind..]],
            1 => [.. bytes[..at], .. bytes[behind..]],
            2 => [.. bytes[..at], damage.Value, .. bytes[at..]],
            3 => bytes[..at],
            _ => [.. bytes, .. bytes[at..]],
        };
    }
}
