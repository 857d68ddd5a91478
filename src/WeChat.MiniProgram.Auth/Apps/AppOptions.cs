namespace WeChat.MiniProgram.Auth;

/// <summary>One app's settings as they are now.</summary>
internal abstract class AppOptions
{
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The settings are wrong and never were right.</exception>
    /// <exception cref="InvalidOperationException">A setting cannot be read as its type and never could.</exception>
    public abstract WeChatMiniProgramOptions Current { get; }
}
