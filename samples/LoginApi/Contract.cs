namespace LoginApi;

internal sealed record LoginRequest([Required, StringLength(512)] string Code);
internal sealed record RefreshRequest([Required] string RefreshToken);
internal sealed record NickNameRequest([Required, StringLength(32)] string NickName);
internal sealed record SignedProfileRequest(
    [Required] string RawData, [Required] string Signature, [Required] string EncryptedData, [Required] string Iv);
internal sealed record PhoneRequest([StringLength(512)] string? Code, string? EncryptedData, string? Iv); // a code, or the encrypted number
internal sealed record PhoneAnswer(string? PhoneNumber);
