namespace WeChat.MiniProgram.Auth;

/// <summary>What WeChat knows about a piece of encrypted data.</summary>
/// <param name="IsFromWeChat">Whether WeChat made it, for this app, in the last 3 days.</param>
/// <param name="CreatedAt">When WeChat made it; <see langword="null"/> when it does not know the data.</param>
public sealed record EncryptedDataOrigin(bool IsFromWeChat, DateTimeOffset? CreatedAt);
