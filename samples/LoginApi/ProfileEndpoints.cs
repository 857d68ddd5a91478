namespace LoginApi;

internal static class ProfileEndpoints
{
    public static void MapProfile(this IEndpointRouteBuilder endpoints)
    {
        var me = endpoints.MapGroup("/me").RequireAuthorization();
        me.MapGet("", (ClaimsPrincipal user, ProfileStore profiles) => profiles.GetAsync(user));
        me.MapPost("/profile", SetSignedAsync);
        me.MapPut("/profile", (NickNameRequest request, ClaimsPrincipal user, ProfileStore profiles) =>
            profiles.UpdateAsync(user, profile => profile with { NickName = request.NickName }));
        me.MapPost("/phone", SetPhoneAsync);
    }

    // wx.getUserProfile and wx.getUserInfo give the profile twice: signed, and encrypted.
    private static async Task<Profile> SetSignedAsync(
        SignedProfileRequest request, ClaimsPrincipal user, IMiniProgramLogin login, ProfileStore profiles, CancellationToken cancellation)
    {
        var isSigned = await login.VerifySignatureAsync(user.OpenId(), request.RawData, request.Signature, cancellation);
        var info = await login.DecryptAsync<UserInfo>(user.OpenId(), new(request.EncryptedData, request.Iv), cancellation);
        if (!isSigned || JsonSerializer.Deserialize<UserInfo>(request.RawData) is not { } signed
            || signed != info with { Watermark = signed.Watermark, OpenId = signed.OpenId, UnionId = signed.UnionId })
            throw new UserDataException();

        return await profiles.UpdateAsync(user, profile => profile with { NickName = info.NickName, AvatarUrl = info.AvatarUrl });
    }

    private static async Task<Profile> SetPhoneAsync(PhoneRequest request, ClaimsPrincipal user,
        IMiniProgramLogin login, IMiniProgramUserClient users, ProfileStore profiles, CancellationToken cancellation)
    {
        try
        {
            // Decrypted data has passed through the client: see docs/phone-number.md for when to ask WeChat whether it made it.
            var phone = string.IsNullOrWhiteSpace(request.Code)
                ? await login.DecryptAsync<UserPhoneNumber>(user.OpenId(), new(request.EncryptedData ?? "", request.Iv ?? ""), cancellation)
                : await users.GetPhoneNumberAsync(request.Code, user.OpenId(), cancellation);
            return await profiles.UpdateAsync(user, profile => profile with { PhoneNumber = phone.PhoneNumber });
        }
        catch (WeChatApiException refusal) when (refusal.Kind == WeChatErrorKind.CodeRejected)
        {
            throw new UserDataException(); // the button's code and not the login's: the user taps the button again
        }
    }
}
