namespace WeChat.MiniProgram.Auth;

/// <summary>Where a host that serves many mini programs looks them up: its database, a tenant service. The host writes it.</summary>
public interface IMiniProgramSource
{
    /// <summary>
    /// Looks a mini program up. It is asked once for all that wait for the same app, and again after
    /// <see cref="MiniProgramCacheOptions.CredentialsLifetime"/>, so a changed AppSecret takes effect without a restart.
    /// </summary>
    /// <param name="appId">
    /// The AppID, as <see cref="IMiniProgramProvider.GetAsync"/> was given it: it may come from an attacker. Find it exactly: many databases
    /// take letters in another case, or spaces at the end, for the same text, and each such spelling would be an app of its own here.
    /// </param>
    /// <param name="cancellationToken">
    /// Cancelled after <see cref="MiniProgramCacheOptions.SearchTimeout"/>, and not by a caller, since several can wait for one answer.
    /// </param>
    /// <returns>The app's credentials; <see langword="null"/> when the host serves no such app.</returns>
    /// <remarks>
    /// What it throws reaches the callers that wait, as it is, and is not remembered. It runs for all of them, so in the execution context of
    /// none: an <c>IHttpContextAccessor</c>, an ambient transaction or a span of one caller is not there.
    /// </remarks>
    ValueTask<MiniProgramCredentials?> FindAsync(string appId, CancellationToken cancellationToken = default);
}
