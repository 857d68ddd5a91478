namespace WeChat.MiniProgram.Auth;

/// <summary>The settings of an app that the host's source has found: its own credentials, and for the rest those that all such apps share.</summary>
internal sealed class FoundAppOptions(string appId, AppOptions shared) : AppOptions
{
    private Made made = new(null, null, null!);

    /// <summary>What the source said last.</summary>
    public MiniProgramCredentials? Credentials { get; set; }

    public override WeChatMiniProgramOptions Current
    {
        get
        {
            var (basis, credentials) = (shared.Current, Credentials);
            var last = Volatile.Read(ref made);
            if (last.Basis != basis || last.Credentials != credentials)
            {
                last = new(basis, credentials, basis.ForApp(appId, credentials?.AppSecret ?? ""));
                Volatile.Write(ref made, last);
            }

            return last.Options;
        }
    }

    private sealed record Made(WeChatMiniProgramOptions? Basis, MiniProgramCredentials? Credentials, WeChatMiniProgramOptions Options);
}
