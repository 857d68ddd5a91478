using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace LoginApi.Tests;

/// <summary>
/// AES-CBC without a MAC is read and rewritten by whoever can tell two kinds of failure apart. 25,000 tries are ten times what that takes.
/// </summary>
internal sealed class ForgedDataTests : LoginApiFixture
{
    private const int Tries = 25_000;

    protected override IEnumerable<(string Name, string? Value)> Settings =>
        [("RequestsPerMinute", $"{int.MaxValue}"), ("OTEL_TRACES_SAMPLER", "always_off")];

    [Test]
    public async Task PhonePost_ForgedData_IsAnsweredWithTheSameBytesEachTime()
    {
        await User.LoginAsync();
        var genuine = WeChat.Phone(User.OpenId);
        using var http = new HttpClient { BaseAddress = Host.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", User.AccessToken);
        var answers = new HashSet<string>();
        var causes = new int[4];

        await Parallel.ForEachAsync(Enumerable.Range(0, Tries), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, cancellationToken) =>
        {
            var json = $$"""{"encryptedData":"{{Forge(genuine, i, out var iv)}}","iv":"{{iv}}"}""";
            Interlocked.Increment(ref causes[i % causes.Length]);
            using var content = new StringContent(json, Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(new Uri("/me/phone", UriKind.Relative), content, cancellationToken);
            response.Headers.Date = null;
            var answer = $"{(int)response.StatusCode}\n{response.Headers}{response.Content.Headers}\n{await response.Content.ReadAsStringAsync(cancellationToken)}";
            lock (answers)
                answers.Add(answer);
        });

        Assert.That(answers, Has.Count.EqualTo(1));
        Assert.That(answers.Single(), Does.StartWith("400\n").And.EndWith("\"code\":\"bad_user_data\"}"));
        Assert.That(causes, Is.All.EqualTo(Tries / causes.Length));
        Assert.That(
            (await User.PostPhoneAsync(genuine)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    /// <summary>In turn: another iv, a flipped bit, a cut block (for the most part bad padding), and noise.</summary>
    private static string Forge(SandboxUserData genuine, int i, out string iv)
    {
        var data = Convert.FromBase64String(genuine.EncryptedData);
        var vector = Convert.FromBase64String(genuine.Iv);
        switch (i % 4)
        {
            case 0:
                // The opening brace always, so that what is left is no JSON, and one byte more.
                vector[0] ^= 1;
                vector[1 + (i / 4 % 15)] ^= (byte)(i / 60);
                break;
            case 1:
                data[i / 4 % 16] ^= (byte)(1 + (i / 64 % 255));
                break;
            case 2:
                data = data[..^16];
                data[^1] ^= (byte)(i / 4);
                break;
            default:
                RandomNumberGenerator.Fill(data);
                break;
        }

        iv = Convert.ToBase64String(vector);
        return Convert.ToBase64String(data);
    }
}
