using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>A profile decrypted to its record, beside the floor.</summary>
[MemoryDiagnoser]
public class DecryptionBenchmarks
{
    private readonly SessionKey sessionKey = new(Profile.SessionKey);
    private readonly EncryptedUserData data = Profile.Encrypt(Profile.Json);
    private ServiceProvider services = null!;
    private IUserDataDecryptor decryptor = null!;

    [GlobalSetup]
    public void SetUp()
    {
        services = Host.Create(options => options.UserDataMaxAge = Timeout.InfiniteTimeSpan);
        decryptor = services.GetRequiredService<IUserDataDecryptor>();
    }

    [GlobalCleanup]
    public void CleanUp() => services.Dispose();

    [Benchmark(Baseline = true)]
    public object? Floor() => HandWritten.Decrypt(Profile.SessionKey, data.EncryptedData, data.Iv, Profile.AppId);

    [Benchmark]
    public UserInfo Decrypt() => decryptor.Decrypt<UserInfo>(sessionKey, data);
}
