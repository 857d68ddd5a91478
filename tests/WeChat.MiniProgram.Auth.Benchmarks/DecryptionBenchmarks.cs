using BenchmarkDotNet.Attributes;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>A profile decrypted to its record, beside the floor.</summary>
public class DecryptionBenchmarks : DecryptorBenchmarks
{
    [Benchmark(Baseline = true)]
    public object? Floor() => HandWritten.Decrypt(Profile.SessionKey, Genuine.EncryptedData, Genuine.Iv, Profile.AppId);

    [Benchmark]
    public UserInfo Decrypt() => Decryptor.Decrypt<UserInfo>(SessionKey, Genuine);
}
