using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace WeChat.MiniProgram.Auth;

/// <summary>The spans and measurements of a host's apps. Their tags name the app and never a user.</summary>
internal sealed class WeChatTelemetry : IDisposable
{
    // Those of OpenTelemetry's conventions for HTTP requests, in seconds. The default ones are made for milliseconds.
    private static readonly double[] DurationBounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    private readonly ActivitySource activities = new(WeChatMiniProgramDiagnostics.ActivitySourceName);
    private readonly Histogram<double> duration;
    private readonly Counter<long> errors;
    private readonly Counter<long> storeErrors;

    public WeChatTelemetry(IMeterFactory meterFactory)
    {
        var meter = meterFactory.Create(WeChatMiniProgramDiagnostics.MeterName);
        duration = meter.CreateHistogram<double>(
            WeChatMiniProgramDiagnostics.RequestDurationInstrumentName,
            "s",
            "How long calls to WeChat took, with all their attempts.",
            tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = DurationBounds });
        errors = meter.CreateCounter<long>(
            WeChatMiniProgramDiagnostics.RequestErrorsInstrumentName, "{call}", "Calls to WeChat that failed.");
        storeErrors = meter.CreateCounter<long>(
            WeChatMiniProgramDiagnostics.SessionKeyStoreErrorsInstrumentName, "{operation}", "Reads and writes of the session_key store that failed.");
    }

    public Activity? Begin(string api) => activities.StartActivity(api, ActivityKind.Client);

    public void End(Activity? activity, WeChatCall call, Exception? exception)
    {
        var outcome = OutcomeOf(exception);
        var isError = !call.IsAnswer(exception);
        var tags = new TagList
        {
            { WeChatMiniProgramDiagnostics.AppIdTag, call.AppId },
            { WeChatMiniProgramDiagnostics.ApiTag, call.Request.Api },
            { WeChatMiniProgramDiagnostics.OutcomeTag, outcome },
        };
        duration.Record(call.Elapsed.TotalSeconds, tags);
        if (isError)
        {
            errors.Add(1, tags);
        }

        if (activity is null)
        {
            return;
        }

        foreach (var tag in tags)
        {
            activity.SetTag(tag.Key, tag.Value);
        }

        activity.SetTag(WeChatMiniProgramDiagnostics.AttemptsTag, call.Attempts);
        activity.SetTag(WeChatMiniProgramDiagnostics.HostTag, call.Host.Host);
        activity.SetTag(WeChatMiniProgramDiagnostics.ErrorCodeTag, (int?)(exception as WeChatApiException)?.ErrorCode);
        activity.SetStatus(isError ? ActivityStatusCode.Error : ActivityStatusCode.Unset, isError ? outcome : null);
        activity.Dispose();
    }

    public void StoreFailed(string appId) =>
        storeErrors.Add(1, new KeyValuePair<string, object?>(WeChatMiniProgramDiagnostics.AppIdTag, appId));

    public void Dispose() => activities.Dispose();

    private static string OutcomeOf(Exception? exception) => exception switch
    {
        null => "Success",
        WeChatApiException refusal => refusal.Kind.ToString(),
        OperationCanceledException => "Canceled",
        _ => "Unavailable",
    };
}
