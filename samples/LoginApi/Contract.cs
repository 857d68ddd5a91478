namespace LoginApi;

public sealed record LoginRequest([Required, StringLength(512)] string Code);
public sealed record RefreshRequest([Required] string RefreshToken);
public sealed record NickNameRequest([Required, StringLength(32)] string NickName);
public sealed record SignedProfileRequest(
    [Required] string RawData, [Required] string Signature, [Required] string EncryptedData, [Required] string Iv);
public sealed record PhoneRequest([StringLength(512)] string? Code, string? EncryptedData, string? Iv); // a code, or the encrypted number
