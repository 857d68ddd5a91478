namespace WeChat.MiniProgram.Auth;

/// <summary>
/// Keeps the session_keys of logged-in users on the server. A store holds a user's newest key and the one before it, because data that
/// the mini program encrypted just before wx.login replaced the key arrives just after.
/// </summary>
/// <remarks>
/// An implementation is called from many threads at once. Where its engine can, it keeps both keys of a user who logs in twice at the same
/// moment: what was encrypted under a lost one is refused until the next login. Errors are the store's own exceptions:
/// <see cref="IMiniProgramLogin"/> wraps them.
/// </remarks>
public interface ISessionKeyStore
{
    /// <summary>
    /// Makes a key the user's newest, and keeps the newest until now as the one before. Adding the newest key again renews its lifetime
    /// and keeps the one before.
    /// </summary>
    /// <param name="owner">Whose key it is.</param>
    /// <param name="sessionKey">The key that WeChat has just answered with.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>A task that ends when the key can be read.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    ValueTask AddAsync(SessionKeyOwner owner, SessionKey sessionKey, CancellationToken cancellationToken = default);

    /// <summary>Reads the keys that have not expired.</summary>
    /// <param name="owner">Whose keys.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The keys, newest first, at most two; empty when there is none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    ValueTask<IReadOnlyList<SessionKey>> GetAsync(SessionKeyOwner owner, CancellationToken cancellationToken = default);

    /// <summary>Forgets the user's keys. Removing what is not there is no error.</summary>
    /// <param name="owner">Whose keys.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>A task that ends when the keys are gone.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    ValueTask RemoveAsync(SessionKeyOwner owner, CancellationToken cancellationToken = default);
}
