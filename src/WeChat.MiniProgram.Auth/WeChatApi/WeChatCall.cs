using System.Text.Json.Serialization.Metadata;
using Polly;

namespace WeChat.MiniProgram.Auth;

/// <summary>What the pipelines know about one call while it goes through its attempts.</summary>
internal sealed class WeChatCall(
    WeChatRequest request,
    JsonTypeInfo answerType,
    WeChatMiniProgramOptions options,
    TimeProvider timeProvider,
    CancellationToken cancellationToken)
{
    public static readonly ResiliencePropertyKey<WeChatCall> Key = new("WeChat.MiniProgram.Auth.Call");

    private readonly long startedAt = timeProvider.GetTimestamp();

    public WeChatRequest Request => request;

    public JsonTypeInfo AnswerType => answerType;

    public string AppId => options.AppId;

    public TimeSpan AttemptTimeout => options.AttemptTimeout;

    /// <summary>Whether the caller waits no longer, which says nothing about a host.</summary>
    public bool IsGivenUp => cancellationToken.IsCancellationRequested;

    public int Attempts { get; private set; }

    public int AmbiguousAttempts { get; private set; }

    /// <summary>Whether an attempt that failed reached WeChat, or may have: a single-use code may be spent.</summary>
    public bool MayHaveBeenSeen { get; private set; }

    /// <summary>Whether the first attempt at the main host failed, or the open circuit before it kept the call from one.</summary>
    public bool HadTrouble => Attempts > 1 || Host != options.BaseAddress;

    public bool PrefersFallback { get; private set; }

    public bool HasFallback => options.FallbackAddress is not null;

    public TimeSpan Elapsed => timeProvider.GetElapsedTime(startedAt);

    public TimeSpan TimeLeft => options.TotalTimeout - Elapsed;

    /// <summary>The host that the last attempt went to.</summary>
    public Uri Host { get; private set; } = options.BaseAddress;

    public HttpRequestMessage BeginAttempt()
    {
        Attempts++;
        Host = PrefersFallback ? options.FallbackAddress! : options.BaseAddress;
        return request.MessageAt(Host);
    }

    public WeChatApiException RefusalOf(WeChatAnswer answer)
    {
        var errorCode = (WeChatErrorCode)answer.ErrorCode!.Value;
        var note = errorCode == request.AfterLostAnswer && MayHaveBeenSeen
            ? "An earlier attempt of this same call, whose answer was lost, may have succeeded and be the reason. "
            : null;
        var meaning = request.Meanings is { } meanings && meanings.TryGetValue(errorCode, out var special) ? special : ErrorMeaning.Of(errorCode);
        return new(errorCode, request.Sanitize(answer.ErrorMessage), meaning with { Advice = note + meaning.Advice });
    }

    public void Remember(Exception? failure)
    {
        var kind = (failure as AttemptFailedException)?.Failure;
        AmbiguousAttempts += kind == AttemptFailure.Ambiguous ? 1 : 0;
        MayHaveBeenSeen |= failure is not null && kind is not (AttemptFailure.NotConnected or AttemptFailure.CircuitOpen);
    }

    /// <summary>Whether the outcome is an answer to the question rather than trouble.</summary>
    public bool IsAnswer(Exception? failure) => failure is null || (failure is WeChatApiException refusal && request.Answers.Contains(refusal.ErrorCode));

    public void SwitchHost() => PrefersFallback = HasFallback && !PrefersFallback;
}
