namespace WeChat.MiniProgram.Auth;

/// <summary>
/// Read when the host starts, and reads an app's settings then: bad ones stop the host, and good ones are there to fall back on when a
/// change before the app's first login breaks them.
/// </summary>
internal sealed class SettingsAtStart
{
    public WeChatMiniProgramOptions? Settings { get; set; }
}
