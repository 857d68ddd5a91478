using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>What the guide's host does for a user who is logged in.</summary>
internal static class UserEndpoints
{
    public static void MapPhone(WebApplication app)
    {
        // README begins
        app.MapPost("/me/phone", async (
            [FromBody] string code, ClaimsPrincipal user, IMiniProgramUserClient users, CancellationToken cancellationToken) =>
        {
            try
            {
                var phone = await users.GetPhoneNumberAsync(code, openId: user.FindFirstValue("openid")!, cancellationToken);
                return Results.Ok(phone.PhoneNumber);
            }
            catch (WeChatApiException exception) when (exception.Kind == WeChatErrorKind.CodeRejected)
            {
                return Results.BadRequest(); // the mini program shows the phone number button again
            }
        }).RequireAuthorization();

        // README ends
    }

    public static void MapEncryptedPhone(WebApplication app)
    {
        // README begins
        app.MapPost("/me/phone/encrypted", async (
            EncryptedUserData data, ClaimsPrincipal user, IMiniProgramLogin login, CancellationToken cancellationToken) =>
        {
            try
            {
                var phone = await login.DecryptAsync<UserPhoneNumber>(user.FindFirstValue("openid")!, data, cancellationToken);
                return Results.Ok(phone.PhoneNumber);
            }
            catch (UserDataException)
            {
                return Results.BadRequest(); // the mini program calls wx.login, then asks for the data again
            }
            catch (SessionKeyNotFoundException)
            {
                return Results.Unauthorized(); // the mini program calls wx.login again
            }
        }).RequireAuthorization();

        // README ends
    }

    public static void MapSteps(WebApplication app)
    {
        // README begins
        app.MapPost("/me/steps", async (
            EncryptedUserData data, ClaimsPrincipal user, IMiniProgramLogin login, CancellationToken cancellationToken) =>
        {
            var weRun = await login.DecryptAsync<WeRunData>(user.FindFirstValue("openid")!, data, cancellationToken);
            return Results.Ok(weRun.StepInfoList.Sum(day => day.Step)); // of the last 31 days
        }).RequireAuthorization();

        // README ends
    }

    public static void MapProfile(WebApplication app)
    {
        // README begins
        app.MapPost("/me/profile", async (
            SignedProfile signed, ClaimsPrincipal user, IMiniProgramLogin login, CancellationToken cancellationToken) =>
        {
            var openId = user.FindFirstValue("openid")!;
            if (!await login.VerifySignatureAsync(openId, signed.RawData, signed.Signature, cancellationToken))
            {
                return Results.BadRequest(); // the mini program calls wx.login, then asks for the profile again
            }

            var profile = await login.DecryptAsync<UserInfo>(openId, new(signed.EncryptedData, signed.Iv), cancellationToken);
            return Results.Ok(profile.NickName);
        }).RequireAuthorization();

        // README ends
    }
}
