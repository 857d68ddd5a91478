using System.Text.Json.Serialization.Metadata;

namespace WeChat.MiniProgram.Auth;

/// <summary>Asks WeChat what needs an access_token: a refused token is given back, and the call is made once more with another.</summary>
internal sealed class AuthorizedApiClient(WeChatApiClient weChat, IAccessTokenProvider accessTokens)
{
    private static readonly WeChatErrorCode[] Refusals =
        [WeChatErrorCode.InvalidCredential, WeChatErrorCode.InvalidAccessToken, WeChatErrorCode.AccessTokenExpired];

    /// <exception cref="WeChatApiException">WeChat answered with an errcode.</exception>
    /// <exception cref="WeChatUnavailableException">There was no usable answer.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<TAnswer> AskAsync<TAnswer>(
        WeChatRequest request, JsonTypeInfo<TAnswer> typeInfo, WeChatMiniProgramOptions options, CancellationToken cancellationToken)
        where TAnswer : WeChatAnswer
    {
        var accessToken = await GetAccessTokenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await AskWithAsync(accessToken, request, answers: Refusals, typeInfo, options, cancellationToken).ConfigureAwait(false);
        }
        catch (WeChatApiException refusal) when (Refusals.Contains(refusal.ErrorCode))
        {
            accessToken = await GetAccessTokenAsync(cancellationToken).ConfigureAwait(false);
        }

        return await AskWithAsync(accessToken, request, answers: [], typeInfo, options, cancellationToken).ConfigureAwait(false);
    }

    private async Task<TAnswer> AskWithAsync<TAnswer>(
        string accessToken,
        WeChatRequest request,
        WeChatErrorCode[] answers,
        JsonTypeInfo<TAnswer> typeInfo,
        WeChatMiniProgramOptions options,
        CancellationToken cancellationToken)
        where TAnswer : WeChatAnswer
    {
        try
        {
            return await weChat.AskAsync(request.WithAccessToken(accessToken, answers), typeInfo, options, cancellationToken).ConfigureAwait(false);
        }
        catch (WeChatApiException refusal) when (Refusals.Contains(refusal.ErrorCode))
        {
            accessTokens.Invalidate(accessToken);
            throw;
        }
    }

    private async ValueTask<string> GetAccessTokenAsync(CancellationToken cancellationToken)
    {
        var accessToken = await accessTokens.GetAccessTokenAsync(cancellationToken).UntilCancelled(cancellationToken).ConfigureAwait(false);
        return string.IsNullOrEmpty(accessToken) ? throw new InvalidOperationException("The IAccessTokenProvider gave no token.") : accessToken;
    }
}
