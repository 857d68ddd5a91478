using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>Decryptions by the package, as a host resolves it.</summary>
[MemoryDiagnoser]
public abstract class DecryptorBenchmarks
{
    private ServiceProvider services = null!;

    protected IUserDataDecryptor Decryptor { get; private set; } = null!;

    protected SessionKey SessionKey { get; } = new(Profile.SessionKey);

    protected EncryptedUserData Genuine { get; } = Profile.Encrypt(Profile.Json);

    [GlobalSetup]
    public void SetUp()
    {
        services = Host.Create(options => options.UserDataMaxAge = Timeout.InfiniteTimeSpan);
        Decryptor = services.GetRequiredService<IUserDataDecryptor>();
    }

    [GlobalCleanup]
    public void CleanUp() => services.Dispose();
}
