using System.Text;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>What the guide asks WeChat about a user.</summary>
internal static class UserCalls
{
    public static async Task EndStolenSessionAsync(IMiniProgramUserClient users, string openId, CancellationToken cancellationToken)
    {
        // README begins
        if (await users.CheckSessionKeyAsync(openId, cancellationToken))
        {
            await users.ResetSessionKeyAsync(openId, cancellationToken); // what was encrypted under the old key opens no more
        }

        // README ends
    }

    public static async Task<string> UnionIdOfAsync(
        IMiniProgramUserClient users, string openId, string transactionId, CancellationToken cancellationToken)
    {
        // README begins
        var unionId = await users.GetPaidUnionIdAsync(openId, PaidOrder.ByTransaction(transactionId), cancellationToken);

        // README ends
        return unionId;
    }

    public static async Task<string> ReadAsync(
        IMiniProgramUserClient users, string openId, int version, byte[] ciphertext, CancellationToken cancellationToken)
    {
        // README begins
        var keys = await users.GetEncryptKeysAsync(openId, cancellationToken);
        var key = keys.FirstOrDefault(key => key.Version == version) ?? throw new UserDataException(); // the mini program names the version
        var text = Encoding.UTF8.GetString(key.Decrypt(ciphertext));

        // README ends
        return text;
    }

    public static async Task<bool> IsGenuineAsync(IMiniProgramUserClient users, EncryptedUserData data, CancellationToken cancellationToken)
    {
        // README begins
        var origin = await users.CheckEncryptedDataAsync(data.EncryptedData, cancellationToken);
        if (!origin.IsFromWeChat)
        {
            throw new UserDataException(); // WeChat made no such phone number for this app in the last 3 days
        }

        // README ends
        return origin.IsFromWeChat;
    }
}
