using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Timeout;

namespace WeChat.MiniProgram.Auth;

/// <summary>Asks WeChat anything: one call, with all the attempts that it takes, in; a whole answer or one of two exceptions out.</summary>
internal sealed class WeChatApiClient(
    WeChatHosts hosts, WeChatPipelines pipelines, TimeProvider timeProvider, WeChatTelemetry telemetry, ILogger logger)
{
    /// <exception cref="WeChatApiException">WeChat answered with an errcode.</exception>
    /// <exception cref="WeChatUnavailableException">There was no usable answer.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<TAnswer> AskAsync<TAnswer>(
        WeChatRequest request, JsonTypeInfo<TAnswer> typeInfo, WeChatMiniProgramOptions options, CancellationToken cancellationToken)
        where TAnswer : WeChatAnswer
    {
        cancellationToken.ThrowIfCancellationRequested();
        var call = new WeChatCall(request, typeInfo, options, timeProvider, cancellationToken);
        var activity = telemetry.Begin(request.Api);
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(WeChatCall.Key, call);
        Outcome<object> outcome;
        try
        {
            outcome = await pipelines.Call.ExecuteOutcomeAsync(
                static (context, state) => state.hosts.AttemptAsync(state.call, context), context, (hosts, call)).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A strategy of the host's own may throw anything, in place of an outcome.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            outcome = Outcome.FromException<object>(exception);
        }

        ResilienceContextPool.Shared.Return(context);
        Exception? failure = outcome.Exception switch
        {
            null => null,
            WeChatApiException refusal => refusal,
            _ when cancellationToken.IsCancellationRequested => new OperationCanceledException(cancellationToken),
            _ => Unavailable(call, outcome.Exception),
        };

        telemetry.End(activity, call, failure);
        Log(call, failure);
        return failure is null ? (TAnswer)outcome.Result! : throw failure;
    }

    private static WeChatUnavailableException Unavailable(WeChatCall call, Exception exception)
    {
        var (reason, cause) = exception switch
        {
            AttemptFailedException failed => (failed.Message, failed.InnerException),
            TimeoutRejectedException timeout => ($"there was no answer within {timeout.Timeout}", exception),
            _ => ($"it was stopped by {exception.GetType().Name}", call.Request.WithoutSecrets(exception)),
        };
        return new(call.Request.Api, call.Host.Host, call.Attempts, reason, cause);
    }

    private void Log(WeChatCall call, Exception? failure)
    {
        switch (failure)
        {
            case null when call.HadTrouble:
                logger.CallSucceededInTheEnd(call.Request.Api, call.AppId, call.Attempts, call.Host.Host);
                break;
            case null:
                logger.CallSucceeded(call.Request.Api, call.AppId, call.Attempts);
                break;
            case WeChatApiException answer when call.IsAnswer(answer):
                logger.CallAnswered(call.Request.Api, call.AppId, (int)answer.ErrorCode);
                break;
            case WeChatApiException refusal:
                logger.CallRefused(call.Request.Api, call.AppId, refusal, call.Attempts);
                break;
            case WeChatUnavailableException unavailable:
                logger.CallUnanswered(call.AppId, unavailable.Message);
                break;
        }
    }
}
