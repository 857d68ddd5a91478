using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace WeChat.MiniProgram.Auth;

/// <summary>WeChat's main host and its fallback: one attempt at the right one, its outcome told as the pipelines understand it.</summary>
internal sealed class WeChatHosts(string clientName, IHttpClientFactory clients, WeChatPipelines pipelines, TimeProvider timeProvider)
{
    private const HttpStatusCode TooManyRequests = (HttpStatusCode)429;

    /// <summary>The outcome is a <see cref="WeChatAnswer"/>, as an object: any other type would cost Polly two conversions a strategy.</summary>
    public async ValueTask<Outcome<object>> AttemptAsync(WeChatCall call, ResilienceContext context)
    {
        var fallback = call.PrefersFallback;
        var outcome = Told(call, await AttemptAt(fallback, call, context).ConfigureAwait(false));
        return call.HasFallback && outcome.Exception is AttemptFailedException { Failure: AttemptFailure.CircuitOpen }
            ? Told(call, await AttemptAt(!fallback, call, context).ConfigureAwait(false))
            : outcome;
    }

    private static Outcome<object> Told(WeChatCall call, Outcome<object> outcome)
    {
        var failure = outcome.Exception switch
        {
            TimeoutRejectedException timeout => new AttemptFailedException(AttemptFailure.Ambiguous, "it did not answer in time", timeout),
            BrokenCircuitException open => new AttemptFailedException(
                AttemptFailure.CircuitOpen, "it has failed too often of late and is left alone for some seconds", open),
            _ => outcome.Exception,
        };
        call.Remember(failure);
        return failure is null ? outcome : Outcome.FromException<object>(failure);
    }

    private ValueTask<Outcome<object>> AttemptAt(bool fallback, WeChatCall call, ResilienceContext context) =>
        (fallback ? pipelines.FallbackHost : pipelines.MainHost).ExecuteOutcomeAsync(
            static (context, state) => state.self.SendAsync(state.fallback, state.call, context), context, (self: this, fallback, call));

    private async ValueTask<Outcome<object>> SendAsync(bool toFallback, WeChatCall call, ResilienceContext context)
    {
        try
        {
            using var message = call.BeginAttempt(toFallback);
            if (call.AmbiguousAttempts == 0)
            {
                // A timeout does not end an HTTP/2 connection, which may be what is dead: what comes after one takes another connection.
                message.PreferHttp2();
            }

            using var client = clients.CreateClient(clientName);
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, context.CancellationToken)
                .ConfigureAwait(false);
            using var closing = response.CloseWhen(context.CancellationToken);
            if (response.StatusCode is >= HttpStatusCode.InternalServerError or TooManyRequests)
            {
                return Outcome.FromException<object>(new AttemptFailedException(
                    AttemptFailure.Transient, $"it answered HTTP {(int)response.StatusCode}") { RetryAfter = RetryAfterOf(response) });
            }

            if (response.StatusCode == HttpStatusCode.PreconditionFailed)
            {
                return Outcome.FromException<object>(new AttemptFailedException(
                    AttemptFailure.Final, "it answered HTTP 412, as it does to a body without a Content-Length: does a proxy remove that?")
                {
                    IsAboutRequest = true,
                });
            }

            var answer = await AnswerReader.ReadAsync(response, call.AnswerType, context.CancellationToken).ConfigureAwait(false);
            return answer.ErrorCode is null or 0 ? Outcome.FromResult<object>(answer) : Outcome.FromException<object>(call.RefusalOf(answer));
        }
#pragma warning disable CA1031 // A host's own handlers may throw anything; all of it is an attempt without an answer.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Outcome.FromException<object>(FailureOf(exception, call, context.CancellationToken));
        }
    }

    private static Exception FailureOf(Exception exception, WeChatCall call, CancellationToken cancellationToken) => exception switch
    {
        AttemptFailedException => exception,
        HttpRequestException request when ConnectFailure.Is(request) =>
            new AttemptFailedException(AttemptFailure.NotConnected, "it could not be connected to", call.Request.WithoutSecrets(request)),

        // Whatever the end of the wait looks like: the message of a host's handler may show the address, and Polly keeps and logs this.
        _ when cancellationToken.IsCancellationRequested => new OperationCanceledException(cancellationToken),

        // This is how SocketsHttpHandler tells its ConnectTimeout; HttpClient's own timeout, after which the code may be spent, has a cause.
        OperationCanceledException { InnerException: TimeoutException { InnerException: null } timeout } =>
            new AttemptFailedException(AttemptFailure.NotConnected, "it could not be connected to in time", call.Request.WithoutSecrets(timeout)),
        _ => new AttemptFailedException(AttemptFailure.Ambiguous, "the connection broke", call.Request.WithoutSecrets(exception)),
    };

    private TimeSpan? RetryAfterOf(HttpResponseMessage response)
    {
        var retryAfter = response.Headers.RetryAfter;
        var wait = retryAfter?.Delta ?? (retryAfter?.Date - timeProvider.GetUtcNow());
        return wait > TimeSpan.Zero ? wait : null;
    }
}
