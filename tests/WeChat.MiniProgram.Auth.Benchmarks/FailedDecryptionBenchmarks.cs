using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>What a failed decryption costs beside a successful one, by cause: those must not be told apart.</summary>
public class FailedDecryptionBenchmarks : DecryptorBenchmarks
{
    private readonly EncryptedUserData badPadding = Profile.Encrypt(
        Profile.ToBlocks(Profile.Json, last: ' '), PaddingMode.None);

    private readonly EncryptedUserData notJson = Profile.Encrypt(new string('x', Profile.Json.Length));
    private readonly EncryptedUserData foreign = Profile.Encrypt(
        Profile.Json.Replace(Profile.AppId, "wx0000000000000002", StringComparison.Ordinal));

    [Benchmark(Baseline = true)]
    public bool Success() => Try(Genuine);

    [Benchmark]
    public bool BadPadding() => Try(badPadding);

    [Benchmark]
    public bool NotJson() => Try(notJson);

    [Benchmark]
    public bool ForeignWatermark() => Try(foreign);

    private bool Try(EncryptedUserData data) => Decryptor.TryDecrypt<UserInfo>(SessionKey, data, out _);
}
