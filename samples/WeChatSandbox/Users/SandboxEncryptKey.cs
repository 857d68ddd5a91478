namespace WeChatSandbox;

/// <summary>What the mini program's <c>UserCryptoManager.getLatestUserKey</c> gives.</summary>
/// <param name="EncryptKey">The 16 bytes of the AES key in Base64.</param>
/// <param name="Iv">The initialisation vector: 16 plain characters, not Base64.</param>
/// <param name="Version">The number of the key, from 1 on.</param>
/// <param name="CreateTime">When the key was made, in seconds of Unix time; it lives 3600 of them.</param>
public sealed record SandboxEncryptKey(string EncryptKey, string Iv, int Version, long CreateTime);
