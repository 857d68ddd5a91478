namespace WeChat.MiniProgram.Auth;

/// <summary>
/// Asks WeChat about a user who is logged in. Every call needs the app's access_token, which <see cref="IAccessTokenProvider"/> gives;
/// one that WeChat refuses is renewed, and the call made once more.
/// </summary>
/// <remarks>
/// What the access_token's own source throws reaches the caller, too: of a third-party platform without a callback for authorizers, an
/// <see cref="InvalidOperationException"/>.
/// </remarks>
public interface IMiniProgramUserClient
{
    /// <summary>
    /// Trades the code of a button with <c>open-type="getPhoneNumber"</c> for the user's phone number. This is the way that WeChat
    /// recommends; decrypting is for base libraries before 2.21.2.
    /// </summary>
    /// <param name="phoneCode">
    /// The callback's <c>code</c>: it works once, for 5 minutes. A code of wx.login is another thing and is answered with 40029.
    /// </param>
    /// <param name="openId">
    /// The logged-in user, from the host's own login state: WeChat then refuses a code that is another user's. Pass it always.
    /// </param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The phone number.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="phoneCode"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="phoneCode"/> is blank or longer than 512 characters; <paramref name="openId"/> is empty.
    /// </exception>
    /// <exception cref="WeChatApiException">The code is wrong, used, expired, or another app's or user's.</exception>
    /// <exception cref="WeChatUnavailableException">WeChat gave no usable answer; one without a phone number is none.</exception>
    /// <exception cref="OperationCanceledException">The <paramref name="cancellationToken"/> was cancelled.</exception>
    /// <remarks>Source: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-info/phone-number/getPhoneNumber.html</remarks>
    Task<UserPhoneNumber> GetPhoneNumberAsync(string phoneCode, string? openId = null, CancellationToken cancellationToken = default);

    /// <summary>Whether WeChat still honours the newest session_key that is stored for a user.</summary>
    /// <param name="openId">The logged-in user, from the host's own login state and never from the request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>
    /// <see langword="false"/>: WeChat has replaced or dropped the key, or none is stored. The mini program calls wx.login.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="openId"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="openId"/> is empty.</exception>
    /// <exception cref="SessionKeyStoreException">The store could not be read.</exception>
    /// <exception cref="WeChatApiException">WeChat answered with an errcode that says nothing about the key.</exception>
    /// <exception cref="WeChatUnavailableException">WeChat gave no usable answer.</exception>
    /// <exception cref="OperationCanceledException">The <paramref name="cancellationToken"/> was cancelled.</exception>
    /// <remarks>Source: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/checkSessionKey.html</remarks>
    Task<bool> CheckSessionKeyAsync(string openId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Has WeChat replace a user's session_key, and stores the new one: the answer to a key that may have leaked. The old key is dropped,
    /// so data that was encrypted under it opens no more. WeChat keeps the old key's expiry.
    /// </summary>
    /// <param name="openId">The logged-in user, from the host's own login state and never from the request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task that ends when the new key is stored.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="openId"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="openId"/> is empty.</exception>
    /// <exception cref="SessionKeyNotFoundException">No key is stored for this user.</exception>
    /// <exception cref="SessionKeyStoreException">
    /// The store failed. If it did after WeChat's answer, it may still hold the old key and lack the new one: call
    /// <see cref="IMiniProgramLogin.LogoutAsync"/>, which drops all, and the mini program calls wx.login.
    /// </exception>
    /// <exception cref="WeChatApiException">
    /// WeChat answered with an errcode; 87007 and 87009: it honours the key no longer, and the mini program calls wx.login.
    /// </exception>
    /// <exception cref="WeChatUnavailableException">WeChat gave no usable answer.</exception>
    /// <exception cref="OperationCanceledException">The <paramref name="cancellationToken"/> was cancelled.</exception>
    /// <remarks>Source: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/ResetUserSessionKey.html</remarks>
    Task ResetSessionKeyAsync(string openId, CancellationToken cancellationToken = default);

    /// <summary>Whether WeChat made this encrypted phone number for this app in the last 3 days. It knows of phone numbers only.</summary>
    /// <param name="encryptedData">
    /// The <c>encryptedData</c> of the callback, in Base64. One of more than 1,048,576 characters is none of WeChat's, and not asked about.
    /// </param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Whether WeChat knows it, and since when.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="encryptedData"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="encryptedData"/> is empty.</exception>
    /// <exception cref="WeChatApiException">WeChat answered with an errcode that says nothing about the data.</exception>
    /// <exception cref="WeChatUnavailableException">WeChat gave no usable answer.</exception>
    /// <exception cref="OperationCanceledException">The <paramref name="cancellationToken"/> was cancelled.</exception>
    /// <remarks>
    /// WeChat is sent the SHA-256 of the Base64 text. Its documentation does not settle whether the text or the bytes are meant: try it
    /// with data of your own before you rely on a <see langword="false"/>.
    /// Source: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-info/basic-info/checkEncryptedData.html
    /// </remarks>
    Task<EncryptedDataOrigin> CheckEncryptedDataAsync(string encryptedData, CancellationToken cancellationToken = default);

    /// <summary>
    /// Trades the code of wx.pluginLogin for the user's openpid, which is the same for one user, one host app and one plugin.
    /// </summary>
    /// <param name="pluginCode">The code of wx.pluginLogin: it works once, for 5 minutes.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The openpid.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pluginCode"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="pluginCode"/> is blank or longer than 512 characters.</exception>
    /// <exception cref="WeChatApiException">
    /// WeChat answered with an errcode; 1007: often a code of wx.login in place of wx.pluginLogin's.
    /// </exception>
    /// <exception cref="WeChatUnavailableException">WeChat gave no usable answer.</exception>
    /// <exception cref="OperationCanceledException">The <paramref name="cancellationToken"/> was cancelled.</exception>
    /// <remarks>Source: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-info/basic-info/getPluginOpenPId.html</remarks>
    Task<string> GetPluginOpenPIdAsync(string pluginCode, CancellationToken cancellationToken = default);

    /// <summary>Gives the unionid of a user who has just paid, without a login; for 5 minutes after the payment.</summary>
    /// <param name="openId">The user who paid, from the payment's notification or the host's own login state.</param>
    /// <param name="order">The order that was paid.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The unionid.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="openId"/> is empty.</exception>
    /// <exception cref="WeChatApiException">
    /// WeChat answered with an errcode; 89300: no such order of this user in the last 5 minutes; 89002: the app is not bound to an Open
    /// Platform account.
    /// </exception>
    /// <exception cref="WeChatUnavailableException">WeChat gave no usable answer.</exception>
    /// <exception cref="OperationCanceledException">The <paramref name="cancellationToken"/> was cancelled.</exception>
    /// <remarks>Source: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-info/basic-info/getPaidUnionid.html</remarks>
    Task<string> GetPaidUnionIdAsync(string openId, PaidOrder order, CancellationToken cancellationToken = default);

    /// <summary>Gives a user's last 3 keys for data that the mini program encrypts by its UserCryptoManager.</summary>
    /// <param name="openId">The logged-in user, from the host's own login state and never from the request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The keys, as WeChat orders them. Take the one whose <see cref="UserEncryptKey.Version"/> the mini program names.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="openId"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="openId"/> is empty.</exception>
    /// <exception cref="SessionKeyNotFoundException">No session_key is stored for this user.</exception>
    /// <exception cref="SessionKeyStoreException">The store could not be read.</exception>
    /// <exception cref="WeChatApiException">
    /// WeChat answered with an errcode; 87007 and 87009: it honours the session_key no longer, and the mini program calls wx.login.
    /// </exception>
    /// <exception cref="WeChatUnavailableException">WeChat gave no usable answer.</exception>
    /// <exception cref="OperationCanceledException">The <paramref name="cancellationToken"/> was cancelled.</exception>
    /// <remarks>Source: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-info/internet/getUserEncryptKey.html</remarks>
    Task<IReadOnlyList<UserEncryptKey>> GetEncryptKeysAsync(string openId, CancellationToken cancellationToken = default);
}
