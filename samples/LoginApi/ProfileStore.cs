namespace LoginApi;

internal sealed record Profile(string? NickName = null, string? AvatarUrl = null, string? PhoneNumber = null);

/// <summary>Where a host has its database: it forgets who stays away, and keeps the last of two changes made at once.</summary>
internal sealed class ProfileStore(IDistributedCache cache, IDataProtectionProvider dataProtection)
{
    private static readonly DistributedCacheEntryOptions Kept = new() { SlidingExpiration = TimeSpan.FromDays(30) };

    // No personal data in clear text; and what the keys of today do not open is no profile.
    private readonly SecureDataFormat<Profile> format = new(new ProfileJson(), dataProtection.CreateProtector("LoginApi.Profile"));

    public async Task<Profile> GetAsync(ClaimsPrincipal user) => Masked(await ReadAsync(user));

    public async Task<Profile> UpdateAsync(ClaimsPrincipal user, Func<Profile, Profile> change)
    {
        var profile = change(await ReadAsync(user));
        await cache.SetStringAsync(user.KeyOf("profile"), format.Protect(profile), Kept);
        return Masked(profile);
    }

    private async Task<Profile> ReadAsync(ClaimsPrincipal user) =>
        format.Unprotect(await cache.GetStringAsync(user.KeyOf("profile"))) ?? new();

    private static Profile Masked(Profile profile) => // the user knows the rest
        profile.PhoneNumber is { Length: > 7 } number ? profile with { PhoneNumber = $"{number[..3]}****{number[^4..]}" } : profile;

    private sealed class ProfileJson : IDataSerializer<Profile>
    {
        public byte[] Serialize(Profile model) => JsonSerializer.SerializeToUtf8Bytes(model);
        public Profile? Deserialize(byte[] data) => JsonSerializer.Deserialize<Profile>(data);
    }
}
