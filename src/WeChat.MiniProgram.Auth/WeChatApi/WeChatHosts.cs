using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace WeChat.MiniProgram.Auth;

/// <summary>WeChat's main host and its fallback: one attempt at the right one, its outcome told as the pipelines understand it.</summary>
internal sealed class WeChatHosts(string clientName, IHttpClientFactory clients, WeChatPipelines pipelines, TimeProvider timeProvider)
{
    private const HttpStatusCode TooManyRequests = (HttpStatusCode)429;

    private readonly HostHealth mainHost = new();
    private readonly HostHealth fallbackHost = new();

    /// <summary>The outcome is a <see cref="WeChatAnswer"/>, as an object: any other type would cost Polly two conversions a strategy.</summary>
    public async ValueTask<Outcome<object>> AttemptAsync(WeChatCall call, ResilienceContext context)
    {
        var outcome = Told(call, await AttemptAtPreferredHost(call, context).ConfigureAwait(false));
        if (!call.HasFallback || outcome.Exception is not AttemptFailedException { Failure: AttemptFailure.CircuitOpen })
        {
            return outcome;
        }

        call.SwitchHost();
        return Told(call, await AttemptAtPreferredHost(call, context).ConfigureAwait(false));
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

    private ValueTask<Outcome<object>> AttemptAtPreferredHost(WeChatCall call, ResilienceContext context)
    {
        var (pipeline, host) = call.PrefersFallback ? (pipelines.FallbackHost, fallbackHost) : (pipelines.MainHost, mainHost);
        return pipeline.ExecuteOutcomeAsync(
            static (context, state) => state.self.SendAsync(state.host, state.call, context), context, (self: this, host, call));
    }

    private async ValueTask<Outcome<object>> SendAsync(HostHealth host, WeChatCall call, ResilienceContext context)
    {
        try
        {
            using var message = call.BeginAttempt();
            if (host.HasAnswered && call.AmbiguousAttempts == 0)
            {
                message.PreferHttp2();
            }
            else
            {
                message.AvoidHttp2();
            }

            using var client = clients.CreateClient(clientName);
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, context.CancellationToken)
                .ConfigureAwait(false);
            using var closing = response.CloseWhen(context.CancellationToken);
            host.HasAnswered = true;
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
            if (!call.IsGivenUp)
            {
                host.HasAnswered = false;
            }

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

    /// <summary>
    /// Only a host that answers is asked over HTTP/2. All calls wait for its one connection, so that of those to a host that swallows packets
    /// a single one at a time would be known not to be connected; and no timeout ends it when it is dead.
    /// </summary>
    private sealed class HostHealth
    {
        private volatile bool hasAnswered;

        public bool HasAnswered { get => hasAnswered; set => hasAnswered = value; }
    }
}
