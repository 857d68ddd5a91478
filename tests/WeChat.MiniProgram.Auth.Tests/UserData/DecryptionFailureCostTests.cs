using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using System.Text;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>
/// Exceptions are what a failure costs: microseconds each, against the nanoseconds of all else. The same number of them, whatever the
/// cause, is the part of "the same time" that a test can count.
/// </summary>
[NonParallelizable]
internal sealed class DecryptionFailureCostTests
{
    private const string Genuine =
        """{"openId":"o1","nickName":"Band","gender":1,"city":"Guangzhou","watermark":{"timestamp":1700000000,"appid":"wx0000000000000001"}}""";

    private static readonly byte[] Key = Encoding.ASCII.GetBytes("0123456789abcdef");
    private static readonly byte[] Iv = Encoding.ASCII.GetBytes("fedcba9876543210");

    private static IEnumerable<TestCaseData> Causes()
    {
        yield return Cause("bad padding", Pad(Genuine, last: 0));
        yield return Cause("bad padding after whole JSON", Encoding.UTF8.GetBytes(Genuine + new string(' ', 16 - (Genuine.Length % 16))));
        yield return Cause("not JSON", Pad(new string('x', Genuine.Length)));
        yield return Cause("JSON cut off", Pad(Genuine[..^1]));
        yield return Cause("JSON broken deep inside", Pad(Genuine.Replace("\"appid\":", "\"appid\",", StringComparison.Ordinal)));
        yield return Cause("JSON with something after it", Pad(Genuine + "}"));
        yield return Cause("JSON null", Pad("null"));
        yield return Cause("JSON array", Pad("[]"));
        yield return Cause("a field of another type", Pad(Genuine.Replace("\"gender\":1", "\"gender\":{}", StringComparison.Ordinal)));
        yield return Cause("bad UTF-8", Pad(Genuine.Replace("Band", "Ba\u0001d", StringComparison.Ordinal), spoil: true));
        yield return Cause("another app's", Pad(Genuine.Replace("wx0000000000000001", "wx0000000000000002", StringComparison.Ordinal)));
        yield return Cause("too old", Pad(Genuine.Replace("1700000000", "1600000000", StringComparison.Ordinal)));
        yield return Cause("no watermark", Pad("{}"));
    }

    [TestCaseSource(nameof(Causes))]
    public void Decrypt_Failure_ThrowsAsOftenAsAnyOther(byte[] plaintext)
    {
        using var app = new TestApp();
        Assert.That(CountExceptions(app, Encrypt(plaintext)), Is.EqualTo(CountExceptions(app, new("?", "?"))));
    }

    [Test]
    public void Decrypt_Success_ThrowsNothing()
    {
        using var app = new TestApp();
        Assert.That(CountExceptions(app, Encrypt(Pad(Genuine))), Is.Zero);
    }

    private static int CountExceptions(TestApp app, EncryptedUserData data)
    {
        var decryptor = app.Decryptor;
        var thread = Environment.CurrentManagedThreadId;
        var count = 0;
        void Count(object? sender, FirstChanceExceptionEventArgs arguments) => count += Environment.CurrentManagedThreadId == thread ? 1 : 0;

        AppDomain.CurrentDomain.FirstChanceException += Count;
        try
        {
            decryptor.TryDecrypt<UserInfo>(new(Convert.ToBase64String(Key)), data, out _);
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= Count;
        }

        return count;
    }

    private static TestCaseData Cause(string name, byte[] plaintext) => new TestCaseData(plaintext).SetArgDisplayNames(name);

    private static byte[] Pad(string text, byte? last = null, bool spoil = false)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var count = (byte)(16 - (bytes.Length % 16));
        byte[] padded = [.. bytes, .. Enumerable.Repeat(count, count)];
        padded[^1] = last ?? count;
        if (spoil)
        {
            padded[Array.IndexOf(padded, (byte)1)] = 0xFF;
        }

        return padded;
    }

    private static EncryptedUserData Encrypt(byte[] blocks)
    {
        using var aes = Aes.Create();
        aes.Key = Key;
        return new(Convert.ToBase64String(aes.EncryptCbc(blocks, Iv, PaddingMode.None)), Convert.ToBase64String(Iv));
    }
}
