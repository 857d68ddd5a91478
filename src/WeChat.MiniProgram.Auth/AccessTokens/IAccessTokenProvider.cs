namespace WeChat.MiniProgram.Auth;

/// <summary>
/// Gives the access_token of one app, with which a host calls WeChat's other server APIs. An access_token is a secret of the host's: it
/// must not reach a mini program, a log or a message. Logging a user in needs none.
/// </summary>
/// <remarks>
/// The package's own provider asks WeChat's stable token API in its normal mode, in which every host of an app gets the same token, so
/// that hosts need neither a lock nor a shared cache. A host that gets its tokens elsewhere, such as from a token server of its own,
/// registers a provider of its own, and the package uses that.
/// Source: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-access-token/getStableAccessToken.html
/// </remarks>
public interface IAccessTokenProvider
{
    /// <summary>
    /// Gives a token that is valid now. The package's own provider returns at once where it has one, and renews it in the background when it
    /// is asked in the token's last 5 minutes. It asks WeChat first when it has none: at first, after a refused one, after a change of the AppId,
    /// and when nobody asked in those 5 minutes. However many wait for a token, WeChat is asked once, and cancelling one of
    /// them does not stop the others.
    /// </summary>
    /// <param name="cancellationToken">Stops the waiting, not the call to WeChat that others may wait for too.</param>
    /// <returns>The token's text, to be sent as the query parameter <c>access_token</c>.</returns>
    /// <exception cref="WeChatApiException">WeChat gave an errcode and no token: the AppId or AppSecret is wrong, for example.</exception>
    /// <exception cref="WeChatUnavailableException">WeChat gave no usable answer.</exception>
    /// <exception cref="InvalidOperationException">
    /// The app is a third-party platform's, and <c>UseComponentPlatform</c> was given no callback for its token.
    /// </exception>
    /// <exception cref="OperationCanceledException">The <paramref name="cancellationToken"/> was cancelled.</exception>
    ValueTask<string> GetAccessTokenAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Says that WeChat has just refused this token (40001, 40014, 42001), so that the next call asks for another. A newer token, which
    /// somebody else got meanwhile, stays.
    /// </summary>
    /// <param name="accessToken">The refused token.</param>
    /// <exception cref="ArgumentNullException"><paramref name="accessToken"/> is <see langword="null"/>.</exception>
    void Invalidate(string accessToken);
}
