using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The bytes of the keys are not left behind in memory, outside the texts that a host needs.</summary>
public sealed class ClearedBytesTests
{
    private static readonly SessionKeyOwner User = new(TestApp.AppId, "oUser");

    [Test]
    public async Task Store_BytesBeforeAndBehindTheSeal_AreClearedAfterUse()
    {
        var seal = new OpenSeal();
        using var app = new TestApp(build: builder => builder.UseDistributedSessionKeyStore(), services: services =>
        {
            services.AddSingleton<IDistributedCache>(new TransparentCache());
            services.AddSingleton<IDataProtectionProvider>(seal);
        });

        await app.SessionKeys.AddAsync(User, new("a key"));
        var keys = await app.SessionKeys.GetAsync(User);

        Assert.That(keys.Single().Reveal(), Is.EqualTo("a key"));
        Assert.That(seal.Seen, Has.Count.EqualTo(2).And.All.All.Zero);
    }

    /// <summary>Seals nothing and remembers the arrays that it was given and gave.</summary>
    private sealed class OpenSeal : IDataProtector
    {
        public List<byte[]> Seen { get; } = [];

        public IDataProtector CreateProtector(string purpose) => this;

        public byte[] Protect(byte[] plaintext)
        {
            Seen.Add(plaintext);
            return [.. plaintext];
        }

        public byte[] Unprotect(byte[] protectedData)
        {
            byte[] plaintext = [.. protectedData];
            Seen.Add(plaintext);
            return plaintext;
        }
    }
}
