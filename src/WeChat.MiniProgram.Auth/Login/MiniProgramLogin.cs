using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;

namespace WeChat.MiniProgram.Auth;

internal sealed class MiniProgramLogin(
    AppOptions options,
    IJsCodeSessionClient sessionClient,
    BoundedSessionKeyStore sessionKeys,
    IUserDataDecryptor decryptor,
    ILogger logger) : IMiniProgramLogin
{
    private string AppId => options.Current.AppId;

    public async Task<MiniProgramUser> LoginAsync(string jsCode, CancellationToken cancellationToken = default)
    {
        var appId = AppId;
        var session = await sessionClient.ExchangeAsync(jsCode, cancellationToken).ConfigureAwait(false);
        try
        {
            await sessionKeys.AddAsync(new(appId, session.OpenId), session.SessionKey, cancellationToken).ConfigureAwait(false);
        }
        catch (SessionKeyStoreException exception)
        {
            logger.SessionKeyNotStored(appId, exception.InnerException!.GetType().Name);
        }

        return new() { AppId = appId, OpenId = session.OpenId, UnionId = session.UnionId };
    }

    public Task<T> DecryptAsync<T>(string openId, EncryptedUserData data, CancellationToken cancellationToken = default)
        where T : UserData => DecryptAsync(openId, data, KnownUserData<T>.TypeInfo, cancellationToken);

    public async Task<T> DecryptAsync<T>(
        string openId, EncryptedUserData data, JsonTypeInfo<T> typeInfo, CancellationToken cancellationToken = default)
        where T : UserData
    {
        Guard.NotNull(data);
        Guard.NotNull(typeInfo);
        foreach (var sessionKey in await KeysOfAsync(openId, cancellationToken).ConfigureAwait(false))
        {
            if (decryptor.TryDecrypt(sessionKey, data, typeInfo, out var userData))
            {
                if (userData.OpenId is null || string.Equals(userData.OpenId, openId, StringComparison.Ordinal))
                {
                    return userData;
                }

                UserDataJson.SpendTimeOfFailure(typeInfo);
            }
        }

        throw new UserDataException();
    }

    public async Task<bool> VerifySignatureAsync(
        string openId, string rawData, string signature, CancellationToken cancellationToken = default)
    {
        var verified = false;
        foreach (var sessionKey in await KeysOfAsync(openId, cancellationToken).ConfigureAwait(false))
        {
            verified |= UserDataSignature.Verify(rawData, signature, sessionKey);
        }

        return verified;
    }

    public async Task LogoutAsync(string openId, CancellationToken cancellationToken = default)
    {
        Guard.NotNullOrEmpty(openId);
        await sessionKeys.RemoveAsync(new(AppId, openId), cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<SessionKey>> KeysOfAsync(string openId, CancellationToken cancellationToken)
    {
        Guard.NotNullOrEmpty(openId);
        var keys = await sessionKeys.GetAsync(new(AppId, openId), cancellationToken).ConfigureAwait(false);
        return keys.Count > 0 ? keys : throw new SessionKeyNotFoundException();
    }
}
