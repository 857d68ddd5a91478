namespace WeChat.MiniProgram.Auth.Tests;

// README begins
public sealed record SignedProfile(string EncryptedData, string Iv, string RawData, string Signature);

// README ends
