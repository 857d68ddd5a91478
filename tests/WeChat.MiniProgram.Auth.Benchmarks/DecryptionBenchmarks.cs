using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>What a decryption costs, and what a failed one does, by cause: those must not be told apart.</summary>
[MemoryDiagnoser]
public class DecryptionBenchmarks
{
    private const string AppId = "wx0000000000000001";
    private const string Profile =
        """{"openId":"oGZUI0egBJY1zhBYw2KhdUfwVJJE","nickName":"Band","gender":1,"language":"zh_CN","city":"Guangzhou","province":"Guangdong","country":"CN","avatarUrl":"http://wx.qlogo.cn/mmopen/vi_32/aSKcBBPpibyKNicHNTMM0qJVh8Kjgiak2AHWr8MHM4WgMEm7GFhsf8OYrySdbvAMvTsw3mo8ibKicsnfN5pRjl1p8HQ/0","unionId":"ocMvos6NjeKLIBqg5Mr9QjxrP1FA","watermark":{"timestamp":1700000000,"appid":"wx0000000000000001"}}""";

    private readonly byte[] key = RandomNumberGenerator.GetBytes(16);
    private readonly byte[] iv = RandomNumberGenerator.GetBytes(16);
    private ServiceProvider services = null!;
    private IUserDataDecryptor decryptor = null!;
    private SessionKey sessionKey = null!;
    private EncryptedUserData genuine = null!;
    private EncryptedUserData badPadding = null!;
    private EncryptedUserData notJson = null!;
    private EncryptedUserData foreign = null!;

    [GlobalSetup]
    public void SetUp()
    {
        services = new ServiceCollection()
            .AddWeChatMiniProgram(options => (options.AppId, options.AppSecret, options.UserDataMaxAge) = (AppId, "unused", Timeout.InfiniteTimeSpan))
            .Services.BuildServiceProvider();
        decryptor = services.GetRequiredService<IUserDataDecryptor>();
        sessionKey = new(Convert.ToBase64String(key));
        genuine = Encrypt(Profile, PaddingMode.PKCS7);
        badPadding = Encrypt(Profile.PadRight((Profile.Length / 16 * 16) + 16), PaddingMode.None);
        notJson = Encrypt(new string('x', Profile.Length), PaddingMode.PKCS7);
        foreign = Encrypt(Profile.Replace(AppId, "wx0000000000000002", StringComparison.Ordinal), PaddingMode.PKCS7);
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

    private EncryptedUserData Encrypt(string plaintext, PaddingMode padding)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return new(Convert.ToBase64String(aes.EncryptCbc(Encoding.UTF8.GetBytes(plaintext), iv, padding)), Convert.ToBase64String(iv));
    }
}
