namespace WeChat.MiniProgram.Auth;

/// <summary>An answer that says no more than that all is well.</summary>
internal sealed class PlainAnswer : WeChatAnswer
{
    public override bool IsComplete => true;
}
