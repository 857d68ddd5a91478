namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>How the guide reads data of a type of the host's own.</summary>
internal static class OwnUserData
{
    public static async Task<GroupChat> ReadAsync(
        IMiniProgramLogin login, string openId, EncryptedUserData data, CancellationToken cancellationToken)
    {
        // README begins
        var chat = await login.DecryptAsync(openId, data, GroupChatJsonContext.Default.GroupChat, cancellationToken);

        // README ends
        return chat;
    }
}
