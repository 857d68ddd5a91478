namespace WeChat.MiniProgram.Auth;

/// <summary>An answer that says no more than that all is well, and that much it must say.</summary>
internal sealed class PlainAnswer : WeChatAnswer
{
    public override bool IsComplete => ErrorCode is not null;
}
