namespace WeChat.MiniProgram.Auth;

/// <summary>What an errcode means to the host, and the sentence that tells it.</summary>
internal sealed record ErrorMeaning(WeChatErrorKind Kind, string Advice)
{
    public static ErrorMeaning Of(WeChatErrorCode errorCode) => new(WeChatErrorKinds.Of(errorCode), WeChatErrorKinds.AdviceFor(errorCode));
}
