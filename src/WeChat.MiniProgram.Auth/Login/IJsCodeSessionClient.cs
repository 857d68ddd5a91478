namespace WeChat.MiniProgram.Auth;

/// <summary>Trades the code of wx.login for the user's openid and session_key, at WeChat's code2Session.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html</remarks>
public interface IJsCodeSessionClient
{
    /// <summary>
    /// Trades the code for openid, unionid and session_key. It is retried only where a single-use code allows it. Hosts that have no use
    /// for the session_key itself call <see cref="IMiniProgramLogin.LoginAsync"/> instead.
    /// </summary>
    /// <param name="jsCode">The code, as wx.login gave it: single use, 5 minutes.</param>
    /// <param name="cancellationToken">Cancels the call; the code may be spent all the same.</param>
    /// <returns>The session.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="jsCode"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="jsCode"/> is empty, blank or longer than 512 characters; nothing was sent.</exception>
    /// <exception cref="WeChatApiException">WeChat answered with an errcode.</exception>
    /// <exception cref="WeChatUnavailableException">WeChat gave no usable answer.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<JsCodeSession> ExchangeAsync(string jsCode, CancellationToken cancellationToken = default);
}
