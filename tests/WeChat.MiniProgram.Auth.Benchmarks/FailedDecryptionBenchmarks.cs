using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>What a failed decryption costs beside a successful one, by cause: those must not be told apart.</summary>
[MemoryDiagnoser]
public class FailedDecryptionBenchmarks
{
    private readonly SessionKey sessionKey = new(Profile.SessionKey);
    private readonly EncryptedUserData genuine = Profile.Encrypt(Profile.Json);
    private readonly EncryptedUserData badPadding = Profile.Encrypt(
        Profile.Json.PadRight((Profile.Json.Length / 16 * 16) + 16), PaddingMode.None);

    private readonly EncryptedUserData notJson = Profile.Encrypt(new string('x', Profile.Json.Length));
    private readonly EncryptedUserData foreign = Profile.Encrypt(
        Profile.Json.Replace(Profile.AppId, "wx0000000000000002", StringComparison.Ordinal));

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
    public bool Genuine() => Try(genuine);

    [Benchmark]
    public bool BadPadding() => Try(badPadding);

    [Benchmark]
    public bool NotJson() => Try(notJson);

    [Benchmark]
    public bool ForeignWatermark() => Try(foreign);

    private bool Try(EncryptedUserData data) => decryptor.TryDecrypt<UserInfo>(sessionKey, data, out _);
}
