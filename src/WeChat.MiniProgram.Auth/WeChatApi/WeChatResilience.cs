using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace WeChat.MiniProgram.Auth;

/// <summary>
/// The one place that decides what is tried again, when and where. A js_code works once, so a retry depends on whether WeChat can have
/// seen the attempt before. From outside in: total timeout and retry round all attempts; circuit breaker and attempt timeout round each
/// host's.
/// </summary>
internal static class WeChatResilience
{
    private const double CircuitFailureRatio = 0.6;
    private const int CircuitMinimumThroughput = 20;
    private static readonly TimeSpan CircuitSamplingDuration = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan CircuitBreakDuration = TimeSpan.FromSeconds(5);

    public static void AddCallStrategies(ResiliencePipelineBuilder builder, WeChatMiniProgramOptions options)
    {
        builder.AddTimeout(options.TotalTimeout);
        if (options.MaxRetryAttempts > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.MaxRetryAttempts,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.RetryDelay,
                ShouldHandle = static arguments => new(IsWorthRetrying(CallOf(arguments.Context), arguments.Outcome.Exception)),
                DelayGenerator = static arguments => new(DelayAfter(CallOf(arguments.Context), arguments.Outcome.Exception)),
                OnRetry = static arguments =>
                {
                    if (IsNotConnected(arguments.Outcome.Exception))
                    {
                        CallOf(arguments.Context).SwitchHost();
                    }

                    return default;
                },
            });
        }
    }

    public static void AddHostStrategies(ResiliencePipelineBuilder builder, ILogger logger) => builder
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = CircuitFailureRatio,
            MinimumThroughput = CircuitMinimumThroughput,
            SamplingDuration = CircuitSamplingDuration,
            BreakDuration = CircuitBreakDuration,
            ShouldHandle = static arguments => new(IsHostFailure(CallOf(arguments.Context), arguments.Outcome.Exception)),
            OnOpened = arguments =>
            {
                var call = CallOf(arguments.Context);
                logger.CircuitOpened(call.AppId, call.Host.Host, arguments.BreakDuration);
                return default;
            },
        })
        .AddTimeout(new TimeoutStrategyOptions
        {
            TimeoutGenerator = static arguments => new(CallOf(arguments.Context).AttemptTimeout),
        });

    private static WeChatCall CallOf(ResilienceContext context) => context.Properties.GetValue(WeChatCall.Key, null!);

    private static bool IsWorthRetrying(WeChatCall call, Exception? exception) => exception switch
    {
        WeChatApiException { Kind: WeChatErrorKind.Busy } => true,
        AttemptFailedException { Failure: AttemptFailure.NotConnected } => true,
        AttemptFailedException { Failure: AttemptFailure.Transient } failed => (failed.RetryAfter ?? TimeSpan.Zero) < call.TimeLeft,
        AttemptFailedException { Failure: AttemptFailure.Ambiguous } => call.AmbiguousAttempts == 1,
        _ => false,
    };

    /// <summary>Null leaves the wait to the strategy's own back-off.</summary>
    private static TimeSpan? DelayAfter(WeChatCall call, Exception? exception) =>
        IsNotConnected(exception) && call is { HasFallback: true, PrefersFallback: false }
            ? TimeSpan.Zero
            : (exception as AttemptFailedException)?.RetryAfter;

    private static bool IsNotConnected(Exception? exception) => exception is AttemptFailedException { Failure: AttemptFailure.NotConnected };

    /// <summary>
    /// What speaks against the host. A refusal with an errcode is the host's good work; an attempt that the total timeout cut short is not.
    /// </summary>
    private static bool IsHostFailure(WeChatCall call, Exception? exception) => exception switch
    {
        AttemptFailedException failed => !failed.IsAboutRequest,
        WeChatApiException refusal => refusal.ErrorCode == WeChatErrorCode.SystemBusy,
        TimeoutRejectedException => true,
        OperationCanceledException => !call.IsGivenUp,
        _ => false,
    };
}
