namespace WeChat.MiniProgram.Auth;

/// <summary>
/// Made when the host starts, which reads an app's settings: bad ones stop the host, and good ones are there to fall back on when a
/// change before the app's first login breaks them.
/// </summary>
internal sealed class SettingsAtStart;
