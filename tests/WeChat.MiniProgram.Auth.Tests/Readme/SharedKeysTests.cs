using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>Two hosts with one cache open each other's entries by the lines that the docs show, and only then.</summary>
public sealed class SharedKeysTests
{
    private static readonly SessionKeyOwner User = new(TestApp.AppId, "oUser");
    private static readonly SessionKey Key = new("key");

    private readonly TransparentCache cache = new();
    private readonly X509Certificate2 certificate = CreateCertificate();
    private DirectoryInfo folder = null!;

    [SetUp]
    public void CreateFolder() => folder = Directory.CreateTempSubdirectory("wechat-keys-");

    [TearDown]
    public void DeleteFolder() => folder.Delete(recursive: true);

    [OneTimeTearDown]
    public void DisposeCertificate() => certificate.Dispose();

    [Test]
    public async Task OnAFileShare_TwoHosts_ShareKeysAndTheFolderShowsNone()
    {
        Assert.That(await IsReadByAsync(FirstHost, services => SharedKeys.OnAFileShare(new(services), folder, certificate)), Is.True);
        Assert.That(await File.ReadAllTextAsync(folder.GetFiles().Single().FullName), Does.Contain("<EncryptedData").And.Not.Contain("<masterKey"));
    }

    [Test]
    public async Task ApplicationName_Other_MeansNoKey() => Assert.That(
        await IsReadByAsync(FirstHost, services =>
        {
            SharedKeys.OnAFileShare(new(services), folder, certificate);
            services.AddDataProtection().SetApplicationName("another");
        }),
        Is.False);

    [Test]
    public async Task NewCertificate_WithThePreviousOne_StillOpens([Values] bool withPrevious)
    {
        using var next = CreateCertificate();
        var read = await IsReadByAsync(FirstHost, services =>
        {
            if (withPrevious)
            {
                SharedKeys.WithANewCertificate(new(services), folder, next, certificate);
            }
            else
            {
                SharedKeys.OnAFileShare(new(services), folder, next);
            }
        });

        Assert.That(read, Is.EqualTo(withPrevious));
    }

    [Test]
    public async Task DataProtectionKeys_Lost_MeanNoKeyUntilTheNextLogin()
    {
        using (var before = Host(FirstHost))
        {
            await before.SessionKeys.AddAsync(User, Key);
        }

        Array.ForEach(folder.GetFiles(), file => file.Delete());
        using var after = Host(FirstHost);

        Assert.That(await after.SessionKeys.GetAsync(User), Is.Empty);
        await after.SessionKeys.AddAsync(User, Key);
        Assert.That(await after.SessionKeys.GetAsync(User), Is.EqualTo(new[] { Key }));
    }

    [Test]
    public async Task InRedis_TwoHosts_ShareKeys()
    {
        RedisUnderTest.RequireProgram();
        await using var redis = await RedisServer.StartNewAsync();
        void InRedis(IServiceCollection services) => SharedKeys.InRedis(new(services), redis.Configuration, certificate);

        Assert.That(await IsReadByAsync(InRedis, InRedis, ownCache: false), Is.True);
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=Data Protection of the tests", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private void FirstHost(IServiceCollection services) => SharedKeys.OnAFileShare(new(services), folder, certificate);

    private async Task<bool> IsReadByAsync(Action<IServiceCollection> first, Action<IServiceCollection> second, bool ownCache = true)
    {
        using var writer = Host(first, ownCache);
        using var reader = Host(second, ownCache);
        await writer.SessionKeys.AddAsync(User, Key);
        return (await reader.SessionKeys.GetAsync(User)).Count > 0;
    }

    private TestApp Host(Action<IServiceCollection> shareKeys, bool ownCache = true) => new(
        services: services =>
        {
            shareKeys(services);
            if (ownCache)
            {
                services.AddSingleton<IDistributedCache>(cache);
                services.AddWeChatMiniProgram().UseDistributedSessionKeyStore();
            }
        });
}
