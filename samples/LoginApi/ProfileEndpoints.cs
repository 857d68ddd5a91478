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

        if (info.NickName == "微信用户") // what WeChat calls everyone since November 2022, beside a grey avatar
            return await profiles.GetAsync(user);

        return await profiles.UpdateAsync(user, profile => profile with { NickName = info.NickName, AvatarUrl = info.AvatarUrl });
    }

    private static async Task<Profile> SetPhoneAsync(PhoneRequest request, ClaimsPrincipal user,
        IMiniProgramLogin login, IMiniProgramUserClient users, ProfileStore profiles, CancellationToken cancellation)
    {
        try
        {
            var phone = string.IsNullOrWhiteSpace(request.Code) // weaker: what is decrypted came through the client (docs/phone-number.md)
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
