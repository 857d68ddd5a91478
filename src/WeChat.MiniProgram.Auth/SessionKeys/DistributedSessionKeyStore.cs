using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;

namespace WeChat.MiniProgram.Auth;

/// <summary>
/// Keys in the host's <see cref="IDistributedCache"/>, sealed by its Data Protection. The cache's server sees neither a key nor whose it
/// is, and an entry that is copied to another user or app does not open there.
/// </summary>
/// <remarks>
/// A plain cache has no atomic update, so of two logins of one user at the same moment, the later write decides: its key is the newest,
/// and the key of the other can be lost. What that user encrypted with the lost key is refused, and the mini program logs in
/// again. The same goes for a write that arrives after the login gave up waiting for it. A login's write that comes just after a logout
/// brings the removed keys back, until their lifetime is over.
/// </remarks>
internal sealed class DistributedSessionKeyStore(
    AppOptions options, IDistributedCache cache, IDataProtectionProvider dataProtection, TimeProvider timeProvider, ILogger logger)
    : ISessionKeyStore
{
    private readonly IDataProtector protector = dataProtection.CreateProtector(SessionKeyEntry.Purpose);

    public async ValueTask AddAsync(SessionKeyOwner owner, SessionKey sessionKey, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(sessionKey);
        cancellationToken.ThrowIfCancellationRequested();
        var entry = SessionKeyEntry.NameOf(owner);
        var stored = await ReadAsync(owner, entry, cancellationToken).ConfigureAwait(false);
        var lifetime = options.Current.SessionKeyLifetime;
        var expiresAt = timeProvider.GetUtcNow() + lifetime;
        var bytes = StoredKeysFormat.Write(stored?.With(sessionKey, expiresAt) ?? new(sessionKey, expiresAt));
        var sealedBytes = protector.CreateProtector(entry).Protect(bytes);
        Array.Clear(bytes, 0, bytes.Length);
        await cache.SetAsync(
            entry, sealedBytes, new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = lifetime }, cancellationToken)
            .ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<SessionKey>> GetAsync(SessionKeyOwner owner, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var stored = await ReadAsync(owner, SessionKeyEntry.NameOf(owner), cancellationToken).ConfigureAwait(false);
        return stored?.ValidAt(timeProvider.GetUtcNow()) ?? [];
    }

    public async ValueTask RemoveAsync(SessionKeyOwner owner, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await cache.RemoveAsync(SessionKeyEntry.NameOf(owner), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<StoredKeys?> ReadAsync(SessionKeyOwner owner, string entry, CancellationToken cancellationToken)
    {
        var sealedBytes = await cache.GetAsync(entry, cancellationToken).ConfigureAwait(false);
        if (sealedBytes is null)
        {
            return null;
        }

        try
        {
            var bytes = protector.CreateProtector(entry).Unprotect(sealedBytes);
            var stored = StoredKeysFormat.Read(bytes);
            Array.Clear(bytes, 0, bytes.Length);
            return stored;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or ArgumentOutOfRangeException)
        {
            // Data Protection's own words could hold anything; the format's are the package's.
            logger.SessionKeyEntryUnreadable(owner.AppId, exception is FormatException ? exception.Message : exception.GetType().Name);
            return null;
        }
    }
}
