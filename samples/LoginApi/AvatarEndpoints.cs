using Microsoft.AspNetCore.Mvc;

namespace LoginApi;

/// <summary>Pictures of <c>open-type="chooseAvatar"</c>. They stand in the cache where a host has its object storage.</summary>
internal static class AvatarEndpoints
{
    private static readonly DistributedCacheEntryOptions Kept = new() { SlidingExpiration = TimeSpan.FromDays(30) };

    public static void MapAvatars(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/me/avatar", SetAsync).RequireAuthorization().WithMetadata(new RequestSizeLimitAttribute(512 * 1024))
            .DisableAntiforgery(); // it guards cookies, of which there are none
        endpoints.MapGet("/avatars/{id:guid}", async (Guid id, IDistributedCache pictures, HttpResponse response) =>
        {
            response.Headers.XContentTypeOptions = "nosniff";
            return await pictures.GetAsync($"/avatars/{id}") is { } picture ? Results.File(picture, TypeOf(picture)) : Results.NotFound();
        });
    }

    private static async Task<Results<Ok<Profile>, BadRequest>> SetAsync(
        IFormFile file, ClaimsPrincipal user, IDistributedCache pictures, ProfileStore profiles)
    {
        var picture = new byte[file.Length];
        await file.OpenReadStream().ReadExactlyAsync(picture);
        if (TypeOf(picture) is null)
            return TypedResults.BadRequest();

        var url = $"/avatars/{Guid.NewGuid()}";
        await pictures.SetAsync(url, picture, Kept);
        return TypedResults.Ok(await profiles.UpdateAsync(user.OpenId(), profile => profile with { AvatarUrl = url }));
    }

    private static string? TypeOf(byte[] picture) => picture switch // the name and type that a client sends prove nothing
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        _ => null,
    };
}
