namespace WeChat.MiniProgram.Auth.Fuzz;

/// <summary>Answers HTTP 200 with what the fuzzer says.</summary>
internal sealed class AnswerHandler(Func<byte[]> body) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(body()) });
}
