namespace WeChat.MiniProgram.Auth;

/// <summary>Gives the services of any mini program that the host's <see cref="IMiniProgramSource"/> knows.</summary>
public interface IMiniProgramProvider
{
    /// <summary>
    /// Gives one app's services, at once when they are in use already. Ask anew for each request: what a host keeps longer goes on with old
    /// credentials, and is not found by others.
    /// </summary>
    /// <param name="appId">
    /// The app's AppID. One of more than 64 characters, or with a space or what is not ASCII in it, is of no app: the source is not asked.
    /// </param>
    /// <param name="cancellationToken">Stops the waiting, not a search that others may wait for too.</param>
    /// <returns>The app.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="appId"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="appId"/> is empty.</exception>
    /// <exception cref="MiniProgramNotFoundException">There is no such app.</exception>
    /// <exception cref="TimeoutException">The source did not answer within <see cref="MiniProgramCacheOptions.SearchTimeout"/>.</exception>
    /// <exception cref="InvalidOperationException">The source gave credentials without an AppSecret, and there is no third-party platform.</exception>
    /// <exception cref="OperationCanceledException">The <paramref name="cancellationToken"/> was cancelled.</exception>
    /// <remarks>What the source throws reaches the caller as it is.</remarks>
    ValueTask<IMiniProgram> GetAsync(string appId, CancellationToken cancellationToken = default);
}
