using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>Listens to every ActivitySource and every Meter of the process, and writes down all that they tell.</summary>
internal sealed class Witness : IDisposable
{
    // The handler of netstandard2.0 cannot keep the runtime from starting its own span; the README says so.
    private const string SpanOfTheRuntime = "System.Net.Http.HttpRequestOut";

    private readonly ConcurrentQueue<string> told = new();
    private readonly ActivityListener activities;
    private readonly MeterListener meters = new();

    public Witness()
    {
        activities = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (!LibraryUnderTest.IsNetStandard || activity.OperationName != SpanOfTheRuntime)
                    told.Enqueue(Describe(activity));
            },
        };
        ActivitySource.AddActivityListener(activities);

        meters.InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => told.Enqueue(Describe(instrument, value, tags)));
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => told.Enqueue(Describe(instrument, value, tags)));
        meters.SetMeasurementEventCallback<int>((instrument, value, tags, _) => told.Enqueue(Describe(instrument, value, tags)));
        meters.Start();
    }

    public IReadOnlyList<string> Told => [.. told];

    public void Dispose()
    {
        activities.Dispose();
        meters.Dispose();
    }

    private static string Describe(Activity activity) =>
        $"span {activity.Source.Name} {activity.DisplayName} {activity.StatusDescription} {Join(activity.TagObjects)} {Join(activity.Baggage)} "
        + string.Join(' ', activity.Events.Select(@event => $"{@event.Name} {Join(@event.Tags)}"));

    private static string Describe<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        $"measurement {instrument.Meter.Name} {instrument.Name} {value} {Join(tags.ToArray())}";

    private static string Join<T>(IEnumerable<KeyValuePair<string, T>> tags) => string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));
}
