namespace WeChat.MiniProgram.Auth;

/// <summary>The client chooses its texts, and must not choose how much work and memory they take. What WeChat makes is some kilobytes.</summary>
internal static class UserDataLimits
{
    public const int MaxTextLength = 1_048_576;
}
