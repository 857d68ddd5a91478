using System.Text.Json.Serialization.Metadata;

namespace WeChat.MiniProgram.Auth;

/// <summary>The whole login of one mini program, without a session_key in sight: it goes from WeChat into the store and never out.</summary>
public interface IMiniProgramLogin
{
    /// <summary>Trades a login code for the user and stores the user's session_key.</summary>
    /// <remarks>
    /// When the key cannot be stored, the user is returned all the same, because WeChat has identified them and the code is spent: one
    /// warning is logged, and data of that user cannot be decrypted before the next login.
    /// </remarks>
    /// <param name="jsCode">The code, as wx.login gave it: single use, 5 minutes.</param>
    /// <param name="cancellationToken">Cancels the login; the code may be spent all the same.</param>
    /// <returns>The user.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="jsCode"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="jsCode"/> is empty, blank or longer than 512 characters; nothing was sent.</exception>
    /// <exception cref="WeChatApiException">WeChat answered with an errcode.</exception>
    /// <exception cref="WeChatUnavailableException">WeChat gave no usable answer.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<MiniProgramUser> LoginAsync(string jsCode, CancellationToken cancellationToken = default);

    /// <summary>
    /// Decrypts data of a logged-in user, of a type that the package knows. The user's newest session_key and the one before are tried,
    /// so data that was encrypted just before a wx.login is read too.
    /// </summary>
    /// <typeparam name="T"><see cref="UserInfo"/>, <see cref="UserPhoneNumber"/>, <see cref="WeRunData"/>, <see cref="ShareInfo"/> or <see cref="GroupEnterInfo"/>.</typeparam>
    /// <param name="openId">The logged-in user, from the host's own login state and never from the request.</param>
    /// <param name="data">The data, as the mini program sent it.</param>
    /// <param name="cancellationToken">Cancels the wait for the store.</param>
    /// <returns>The checked data; where it carries an openId, it is this user's.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="openId"/> is empty.</exception>
    /// <exception cref="NotSupportedException">The package does not know <typeparamref name="T"/>: use the overload with type info.</exception>
    /// <exception cref="UserDataException">The data cannot be trusted, whatever the cause.</exception>
    /// <exception cref="SessionKeyNotFoundException">No key is stored for this user.</exception>
    /// <exception cref="SessionKeyStoreException">The store failed or did not answer in time.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<T> DecryptAsync<T>(string openId, EncryptedUserData data, CancellationToken cancellationToken = default)
        where T : UserData;

    /// <summary>Decrypts data of a logged-in user, of any type, by the host's own source-generated JSON metadata.</summary>
    /// <typeparam name="T">The type to read.</typeparam>
    /// <param name="openId">The logged-in user, from the host's own login state and never from the request.</param>
    /// <param name="data">The data, as the mini program sent it.</param>
    /// <param name="typeInfo">How to read the type, from a <c>JsonSerializerContext</c> of the host.</param>
    /// <param name="cancellationToken">Cancels the wait for the store.</param>
    /// <returns>The checked data; where it carries an openId, it is this user's.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="openId"/> is empty.</exception>
    /// <exception cref="UserDataException">The data cannot be trusted, whatever the cause.</exception>
    /// <exception cref="SessionKeyNotFoundException">No key is stored for this user.</exception>
    /// <exception cref="SessionKeyStoreException">The store failed or did not answer in time.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<T> DecryptAsync<T>(string openId, EncryptedUserData data, JsonTypeInfo<T> typeInfo, CancellationToken cancellationToken = default)
        where T : UserData;

    /// <summary>Whether a logged-in user's WeChat signed this rawData, by the newest session_key or the one before.</summary>
    /// <param name="openId">The logged-in user, from the host's own login state and never from the request.</param>
    /// <param name="rawData">The text exactly as the mini program got it.</param>
    /// <param name="signature">The signature that came with it.</param>
    /// <param name="cancellationToken">Cancels the wait for the store.</param>
    /// <returns><see langword="true"/> when the signature is right; <see langword="false"/> for anything else, malformed input too.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="openId"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="openId"/> is empty.</exception>
    /// <exception cref="SessionKeyNotFoundException">No key is stored for this user.</exception>
    /// <exception cref="SessionKeyStoreException">The store failed or did not answer in time.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<bool> VerifySignatureAsync(string openId, string rawData, string signature, CancellationToken cancellationToken = default);

    /// <summary>Forgets the user's session_keys. The host ends its own login state itself.</summary>
    /// <param name="openId">The logged-in user.</param>
    /// <param name="cancellationToken">Cancels the wait for the store.</param>
    /// <returns>A task that ends when the keys are gone.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="openId"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="openId"/> is empty.</exception>
    /// <exception cref="SessionKeyStoreException">The store failed or did not answer in time.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task LogoutAsync(string openId, CancellationToken cancellationToken = default);
}
