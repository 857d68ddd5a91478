using System.Text.Json.Serialization.Metadata;

namespace WeChat.MiniProgram.Auth;

internal sealed class MiniProgramUserClient(AppOptions options, AuthorizedApiClient weChat, BoundedSessionKeyStore sessionKeys)
    : IMiniProgramUserClient
{
    private static readonly EncryptedDataOrigin NotFromWeChat = new(IsFromWeChat: false, CreatedAt: null);

    public async Task<UserPhoneNumber> GetPhoneNumberAsync(
        string phoneCode, string? openId = null, CancellationToken cancellationToken = default)
    {
        CallerCode.Check(phoneCode);
        if (openId is not null)
        {
            Guard.NotNullOrEmpty(openId);
        }

        var answer = await AskAsync(
            UserRequests.PhoneNumber(phoneCode, openId), UsersJsonContext.Default.PhoneNumberAnswer, cancellationToken).ConfigureAwait(false);
        return answer.PhoneInfo!;
    }

    public async Task<bool> CheckSessionKeyAsync(string openId, CancellationToken cancellationToken = default)
    {
        if (await NewestKeyOfAsync(openId, cancellationToken).ConfigureAwait(false) is not { } sessionKey)
        {
            return false;
        }

        try
        {
            await AskAsync(
                UserRequests.SessionKeyCheck(openId, sessionKey), UsersJsonContext.Default.PlainAnswer, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (WeChatApiException refusal) when (UserRequests.EndedSession.Contains(refusal.ErrorCode))
        {
            return false;
        }
    }

    public async Task ResetSessionKeyAsync(string openId, CancellationToken cancellationToken = default)
    {
        var sessionKey = await NewestKeyOfAsync(openId, cancellationToken).ConfigureAwait(false) ?? throw new SessionKeyNotFoundException();
        var owner = new SessionKeyOwner(options.Current.AppId, openId);
        var answer = await AskAsync(
            UserRequests.SessionKeyReset(openId, sessionKey), UsersJsonContext.Default.SessionKeyAnswer, cancellationToken).ConfigureAwait(false);

        // WeChat has dropped the old key: cancelling can no longer undo that, so it does not stop what must follow.
        try
        {
            await sessionKeys.RemoveAsync(owner, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            await sessionKeys.AddAsync(owner, new(answer.SessionKey!), CancellationToken.None).ConfigureAwait(false);
        }
    }

    public async Task<EncryptedDataOrigin> CheckEncryptedDataAsync(string encryptedData, CancellationToken cancellationToken = default)
    {
        Guard.NotNullOrEmpty(encryptedData);
        if (encryptedData.Length > UserDataLimits.MaxTextLength)
        {
            return NotFromWeChat;
        }

        try
        {
            var answer = await AskAsync(
                UserRequests.EncryptedDataCheck(encryptedData), UsersJsonContext.Default.EncryptedDataAnswer, cancellationToken).ConfigureAwait(false);
            return answer.ToOrigin();
        }
        catch (WeChatApiException refusal) when (refusal.ErrorCode == WeChatErrorCode.EncryptedDataNotFound)
        {
            return NotFromWeChat;
        }
    }

    public async Task<string> GetPluginOpenPIdAsync(string pluginCode, CancellationToken cancellationToken = default)
    {
        CallerCode.Check(pluginCode);
        var answer = await AskAsync(
            UserRequests.PluginOpenPId(pluginCode), UsersJsonContext.Default.PluginOpenPIdAnswer, cancellationToken).ConfigureAwait(false);
        return answer.OpenPId!;
    }

    public async Task<string> GetPaidUnionIdAsync(string openId, PaidOrder order, CancellationToken cancellationToken = default)
    {
        Guard.NotNullOrEmpty(openId);
        Guard.NotNull(order);
        var answer = await AskAsync(
            UserRequests.PaidUnionId(openId, order), UsersJsonContext.Default.PaidUnionIdAnswer, cancellationToken).ConfigureAwait(false);
        return answer.UnionId!;
    }

    public async Task<IReadOnlyList<UserEncryptKey>> GetEncryptKeysAsync(string openId, CancellationToken cancellationToken = default)
    {
        var sessionKey = await NewestKeyOfAsync(openId, cancellationToken).ConfigureAwait(false) ?? throw new SessionKeyNotFoundException();
        var answer = await AskAsync(
            UserRequests.EncryptKeys(openId, sessionKey), UsersJsonContext.Default.EncryptKeysAnswer, cancellationToken).ConfigureAwait(false);
        return [.. answer.Keys!.Select(static key => key!.ToUserEncryptKey()!)];
    }

    private Task<TAnswer> AskAsync<TAnswer>(WeChatRequest request, JsonTypeInfo<TAnswer> typeInfo, CancellationToken cancellationToken)
        where TAnswer : WeChatAnswer => weChat.AskAsync(request, typeInfo, options.Current, cancellationToken);

    private async Task<SessionKey?> NewestKeyOfAsync(string openId, CancellationToken cancellationToken)
    {
        Guard.NotNullOrEmpty(openId);
        var keys = await sessionKeys.GetAsync(new(options.Current.AppId, openId), cancellationToken).ConfigureAwait(false);
        return keys.Count > 0 ? keys[0] : null;
    }
}
