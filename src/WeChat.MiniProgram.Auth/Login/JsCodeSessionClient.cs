namespace WeChat.MiniProgram.Auth;

internal sealed class JsCodeSessionClient(AppOptions options, WeChatApiClient weChat) : IJsCodeSessionClient
{
    private const int MaxCodeLength = 512;

    // WeChat's codes have 32 characters. Were short ones masked too, a caller could blank out words of the operator's log.
    private const int MinMaskedCodeLength = 8;

    public async Task<JsCodeSession> ExchangeAsync(string jsCode, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(jsCode);
        if (string.IsNullOrWhiteSpace(jsCode) || jsCode.Length > MaxCodeLength)
        {
            throw new ArgumentException($"A login code has 1 to {MaxCodeLength} characters and is not blank.", nameof(jsCode));
        }

        var current = options.Current;
        var request = new WeChatRequest(
            "code2Session",
            "sns/jscode2session",
            [("appid", current.AppId), ("secret", current.AppSecret), ("js_code", jsCode), ("grant_type", "authorization_code")],
            secrets: jsCode.Length < MinMaskedCodeLength ? [current.AppSecret] : [current.AppSecret, jsCode]);
        var answer = await weChat.AskAsync(request, LoginJsonContext.Default.JsCodeSessionAnswer, current, cancellationToken)
            .ConfigureAwait(false);
        return new()
        {
            OpenId = answer.OpenId!,
            UnionId = string.IsNullOrEmpty(answer.UnionId) ? null : answer.UnionId,
            SessionKey = new(answer.SessionKey!),
        };
    }
}
