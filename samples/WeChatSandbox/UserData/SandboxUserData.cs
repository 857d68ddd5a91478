namespace WeChatSandbox;

/// <summary>What a mini program's callback hands to its back end.</summary>
/// <param name="EncryptedData">The AES-128-CBC ciphertext in Base64.</param>
/// <param name="Iv">The initialisation vector in Base64.</param>
/// <param name="RawData">The profile without openId, unionId and watermark, as signed; only a profile has it.</param>
/// <param name="Signature">The lower-case hex SHA-1 of rawData followed by the session_key's text; only a profile has it.</param>
public sealed record SandboxUserData(string EncryptedData, string Iv, string? RawData = null, string? Signature = null);
