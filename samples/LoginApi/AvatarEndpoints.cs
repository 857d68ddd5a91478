namespace LoginApi;

/// <summary>Pictures of <c>open-type="chooseAvatar"</c>, one a user. They stand in the cache where a host has its object storage.</summary>
internal static class AvatarEndpoints
{
    private static readonly DistributedCacheEntryOptions Kept = new() { SlidingExpiration = TimeSpan.FromDays(30) };

    public static void MapAvatars(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/me/avatar", SetAsync).RequireAuthorization().WithMetadata(new RequestSizeLimitAttribute(512 * 1024))
            .DisableAntiforgery(); // it guards cookies, of which there are none
        endpoints.MapGet("/avatars/{id}", async (string id, IDistributedCache pictures, HttpResponse response) =>
        {
            if (await pictures.GetAsync($"avatars/{id}") is not { } picture)
                return Results.NotFound();

            (response.Headers.XContentTypeOptions, response.Headers.CacheControl) = ("nosniff", "public, max-age=2592000, immutable");
            return Results.File(picture, TypeOf(picture));
        }).DisableRateLimiting();
    }

    private static async Task<Profile> SetAsync(IFormFile file, ClaimsPrincipal user, IDistributedCache pictures, ProfileStore profiles)
    {
        var picture = new byte[file.Length];
        await file.OpenReadStream().ReadExactlyAsync(picture);
        if (TypeOf(picture) is null)
            throw new UserDataException();

        var key = user.KeyOf("avatars"); // in an address with another query for each picture: the last one may be cached
        await pictures.SetAsync(key, picture, Kept);
        return await profiles.UpdateAsync(user, profile => profile with { AvatarUrl = $"/{key}?{Guid.NewGuid().ToString("N")[..8]}" });
    }

    private static string? TypeOf(byte[] picture) => picture is [0xFF, 0xD8, 0xFF, ..] ? "image/jpeg" // a client's own word proves nothing
        : picture is [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] ? "image/png" : null;
}
