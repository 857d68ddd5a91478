namespace WeChat.MiniProgram.Auth;

/// <summary>
/// How long and how many of the apps that an <see cref="IMiniProgramSource"/> finds are kept. Set it by
/// <c>services.Configure&lt;MiniProgramCacheOptions&gt;(…)</c>; it is checked when the host starts and read once.
/// </summary>
public sealed class MiniProgramCacheOptions
{
    /// <summary>
    /// How many apps are kept at once, 1 or more; the least recently used are let go first. An app that is let go is found again when
    /// it is asked for.
    /// </summary>
    /// <value>The default value is 10,000 apps.</value>
    public int Capacity { get; set; } = 10_000;

    /// <summary>
    /// How long an app's credentials are used before the source is asked again, up to a day: a changed AppSecret takes effect after it.
    /// </summary>
    /// <value>The default value is 5 minutes.</value>
    public TimeSpan CredentialsLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long an app is kept that nobody asks for, up to a day. Its circuit and its access_token go with it; its users' session_keys
    /// stay.
    /// </summary>
    /// <value>The default value is 30 minutes.</value>
    public TimeSpan IdleLifetime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// How long an <see cref="IMiniProgramSource"/> may take to find an app, up to a day. Who waits is then told by a
    /// <see cref="TimeoutException"/>, and the next request asks anew.
    /// </summary>
    /// <value>The default value is 10 seconds.</value>
    public TimeSpan SearchTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
