using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace LoginApi;

internal sealed record Profile(string? NickName = null, string? AvatarUrl = null, string? PhoneNumber = null);

/// <summary>Where a host has its database: it forgets who stays away, and keeps the last of two changes made at once.</summary>
internal sealed class ProfileStore(IDistributedCache cache, IDataProtectionProvider dataProtection)
{
    private static readonly DistributedCacheEntryOptions Kept = new() { SlidingExpiration = TimeSpan.FromDays(30) };
    private readonly IDataProtector protector = dataProtection.CreateProtector("LoginApi.Profile"); // no personal data in clear text

    public async Task<Profile> GetAsync(string openId) => Masked(await ReadAsync(openId));

    public async Task<Profile> UpdateAsync(string openId, Func<Profile, Profile> change)
    {
        var profile = change(await ReadAsync(openId));
        await cache.SetAsync(KeyOf(openId), protector.Protect(JsonSerializer.SerializeToUtf8Bytes(profile)), Kept);
        return Masked(profile);
    }

    private async Task<Profile> ReadAsync(string openId) =>
        await cache.GetAsync(KeyOf(openId)) is { } entry ? JsonSerializer.Deserialize<Profile>(protector.Unprotect(entry))! : new();

    private static Profile Masked(Profile profile) => // the user knows the rest
        profile.PhoneNumber is { Length: > 7 } number ? profile with { PhoneNumber = $"{number[..3]}****{number[^4..]}" } : profile;

    private static string KeyOf(string openId) => $"profile:{openId}";
}
