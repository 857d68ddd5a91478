namespace WeChat.MiniProgram.Auth;

/// <summary>One app's settings as they are now.</summary>
internal abstract class AppOptions
{
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The settings are wrong and never were right.</exception>
    public abstract WeChatMiniProgramOptions Current { get; }
}
