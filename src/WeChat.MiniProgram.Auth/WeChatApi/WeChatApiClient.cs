using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Timeout;

namespace WeChat.MiniProgram.Auth;

/// <summary>Asks WeChat anything: one call, with all the attempts that it takes, in; a whole answer or one of two exceptions out.</summary>
internal sealed class WeChatApiClient(WeChatHosts hosts, WeChatPipelines pipelines, TimeProvider timeProvider, ILogger logger)
{
    /// <exception cref="WeChatApiException">WeChat answered with an errcode.</exception>
    /// <exception cref="WeChatUnavailableException">There was no usable answer.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<TAnswer> AskAsync<TAnswer>(
        WeChatRequest request, JsonTypeInfo<TAnswer> typeInfo, WeChatMiniProgramOptions options, CancellationToken cancellationToken)
        where TAnswer : WeChatAnswer
    {
        cancellationToken.ThrowIfCancellationRequested();
        var call = new WeChatCall(request, options, timeProvider);
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(WeChatCall.Key, call);
        try
        {
            var outcome = await pipelines.Call.ExecuteOutcomeAsync(
                static (context, state) => state.hosts.AttemptAsync(state.call, state.typeInfo, context),
                context,
                (hosts, call, typeInfo)).ConfigureAwait(false);

            if (outcome.Exception is null)
            {
                logger.CallSucceeded(request.Api, options.AppId, call.Attempts);
                return outcome.Result!;
            }

            if (outcome.Exception is OperationCanceledException && cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancellationToken);
            }

            throw Failed(call, options, outcome.Exception);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private Exception Failed(WeChatCall call, WeChatMiniProgramOptions options, Exception exception)
    {
        if (exception is WeChatApiException refusal)
        {
            logger.CallRefused(call.Request.Api, options.AppId, refusal, call.Attempts);
            return refusal;
        }

        var (reason, cause) = exception switch
        {
            AttemptFailedException failed => (failed.Message, failed.InnerException!),
            TimeoutRejectedException => ($"there was no answer within {options.TotalTimeout}", exception),
            _ => ($"{exception.GetType().Name}", call.Request.WithoutSecrets(exception)),
        };
        logger.CallFailed(call.Request.Api, options.AppId, call.Host.Host, reason, call.Attempts);
        return new WeChatUnavailableException(
            $"WeChat gave no usable answer to {call.Request.Api}, in {call.Attempts} attempts, the last at {call.Host.Host}: {reason}.",
            cause);
    }
}
