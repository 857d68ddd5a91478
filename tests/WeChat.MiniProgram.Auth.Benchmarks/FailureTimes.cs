using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>
/// The time of a failed decryption by its cause, all of the same length, in turns in one process: whoever can tell two of them apart by
/// it reads and writes what WeChat encrypts. What attackers can try is compared with what they see most, a wrong key's.
/// </summary>
internal static class FailureTimes
{
    private const int WarmUpRounds = 1000;
    private const int Rounds = 4000;
    private const int TriesOfATurn = 5;
    private const double AtMostApart = 0.10;

    private static readonly string Json = Profile.Json.Replace(
        "1700000000", $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}", StringComparison.Ordinal);

    private static readonly string OtherKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(Profile.BlockSize));

    private static readonly List<(string Name, string SessionKey, EncryptedUserData Data)> Causes = [.. AllCauses()];

    public static int Run()
    {
        using var services = Host.Create();
        var decryptor = services.GetRequiredService<IUserDataDecryptor>();
        if (!decryptor.TryDecrypt<UserInfo>(new(Profile.SessionKey), Profile.Encrypt(Json), out _))
        {
            throw new InvalidOperationException("The causes are made from data that is not genuine itself.");
        }

        var keys = Causes.Select(static cause => new SessionKey(cause.SessionKey)).ToList();
        var times = Causes.Select(static _ => new List<double>(Rounds)).ToList();
        for (var round = 0; round < WarmUpRounds + Rounds; round++)
        {
            for (var cause = 0; cause < Causes.Count; cause++)
            {
                var time = TimeOf(decryptor, keys[cause], Causes[cause].Data);
                if (round >= WarmUpRounds)
                {
                    times[cause].Add(time);
                }
            }
        }

        return Print([.. times.Select(Median.Of)]);
    }

    private static int Print(double[] medians)
    {
        Console.WriteLine("| cause | median | beside a wrong key's |");
        Console.WriteLine("|---|---|---|");
        var ratios = medians.Select(median => median / medians[0]).ToList();
        for (var i = 0; i < medians.Length; i++)
        {
            Console.WriteLine($"| {Causes[i].Name} | {medians[i]:F2} us | {ratios[i]:F3} |");
        }

        var missed = ratios.Min() < 1 - AtMostApart || ratios.Max() > 1 + AtMostApart;
        Console.WriteLine($"{(missed ? "MISSED" : "met")}: {ratios.Min():F3} to {ratios.Max():F3}, goal {1 - AtMostApart:F2} to {1 + AtMostApart:F2}");
        return missed ? 1 : 0;
    }

    private static double TimeOf(IUserDataDecryptor decryptor, SessionKey key, EncryptedUserData data)
    {
        var startedAt = Stopwatch.GetTimestamp();
        for (var i = 0; i < TriesOfATurn; i++)
        {
            if (decryptor.TryDecrypt<UserInfo>(key, data, out _))
            {
                throw new InvalidOperationException("What should be refused was accepted.");
            }
        }

        return Stopwatch.GetElapsedTime(startedAt).TotalMicroseconds / TriesOfATurn;
    }

    private static IEnumerable<(string Name, string SessionKey, EncryptedUserData Data)> AllCauses()
    {
        var genuine = Profile.Encrypt(Json);
        yield return ("wrong key", OtherKey, genuine);
        yield return Of("wrong iv", genuine with { Iv = OtherKey });
        yield return Of("encryptedData is not Base64", genuine with { EncryptedData = new string('?', genuine.EncryptedData.Length) });
        yield return Of("encryptedData is no whole blocks", genuine with { EncryptedData = genuine.EncryptedData[..^4] });
        yield return Of("iv is not Base64", genuine with { Iv = new string('?', genuine.Iv.Length) });
        yield return Of("noise with good padding", Profile.Encrypt(Noise(last: 1), PaddingMode.None));
        yield return Of("noise with bad padding", Profile.Encrypt(Noise(last: 0), PaddingMode.None));
        yield return Of("bad padding", Profile.Encrypt(Profile.ToBlocks(Json[..^1], last: 'x'), PaddingMode.None));
        yield return Of("bad padding after whole JSON", Profile.Encrypt(Profile.ToBlocks(Json, last: ' '), PaddingMode.None));
        yield return Of("not UTF-8", Profile.Encrypt(Spoil("Band")));
        yield return Of("not JSON", Profile.Encrypt(new string('x', Json.Length)));
        yield return Of("JSON cut off", Profile.Encrypt(Json[..^1]));
        yield return Of("JSON broken near its end", Changed("\"appid\":", "\"appid\","));
        yield return Of("JSON with more behind it", Profile.Encrypt(Json + "}"));
        yield return Of("JSON null", Profile.Encrypt("null".PadRight(Json.Length)));
        yield return Of("JSON array", Profile.Encrypt("[]".PadRight(Json.Length)));
        yield return Of("no watermark", Profile.Encrypt("{}".PadRight(Json.Length)));
        yield return Of("a field of another type", Changed("\"gender\":1", "\"gender\":[]"));
        yield return Of("another app's watermark", Changed(Profile.AppId, "wx0000000000000002"));
        yield return Of("too old", Profile.Encrypt(Profile.Json));
    }

    private static (string Name, string SessionKey, EncryptedUserData Data) Of(string name, EncryptedUserData data) => (name, Profile.SessionKey, data);

    private static EncryptedUserData Changed(string part, string into) => Profile.Encrypt(Json.Replace(part, into, StringComparison.Ordinal));

    /// <summary>What a forged block decrypts to: the padding of one byte is good, that of none is not.</summary>
    private static byte[] Noise(byte last)
    {
        var bytes = new byte[Profile.ToBlocks(Json, last: ' ').Length];
        new Random(20261127).NextBytes(bytes);
        bytes[^1] = last;
        return bytes;
    }

    private static byte[] Spoil(string word)
    {
        var bytes = Encoding.UTF8.GetBytes(Json);
        bytes[Json.IndexOf(word, StringComparison.Ordinal)] = 0xFF;
        return bytes;
    }
}
