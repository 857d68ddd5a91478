using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using WeChatSandbox;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The span and the three instruments, as OpenTelemetry hands them to a host's exporter.</summary>
[NonParallelizable]
public sealed class TelemetryTests
{
    private readonly List<Activity> spans = [];
    private readonly List<Metric> metrics = [];
    private SandboxServer server = null!;

    [SetUp]
    public async Task StartAsync()
    {
        spans.Clear();
        metrics.Clear();
        server = await SandboxServer.StartAsync();
    }

    [TearDown]
    public async Task StopAsync() => await server.DisposeAsync();

    [Test]
    public async Task Login_ThatSucceeds_IsASpanWithoutAnError()
    {
        var span = await SpanOfAsync(SandboxFault.Status(503), server.Sandbox.Login("o1"));

        Assert.That(span.Kind, Is.EqualTo(ActivityKind.Client));
        Assert.That(span.DisplayName, Is.EqualTo("code2Session"));
        Assert.That(span.Status, Is.EqualTo(ActivityStatusCode.Unset));
        Assert.That(Tag(span, WeChatMiniProgramDiagnostics.OutcomeTag), Is.EqualTo("Success"));
        Assert.That(Tag(span, WeChatMiniProgramDiagnostics.AttemptsTag), Is.EqualTo(2));
        Assert.That(Tag(span, WeChatMiniProgramDiagnostics.HostTag), Is.EqualTo("127.0.0.1"));
        Assert.That(Tag(span, WeChatMiniProgramDiagnostics.AppIdTag), Is.EqualTo(server.Sandbox.AppId));
        Assert.That(Tag(span, WeChatMiniProgramDiagnostics.ErrorCodeTag), Is.Null);
    }

    [Test]
    public async Task Login_ThatIsRefused_IsASpanWithTheErrcode()
    {
        var span = await SpanOfAsync(SandboxFault.ErrCode(40226, "code blocked"), server.Sandbox.Login("o1"));

        Assert.That(span.Status, Is.EqualTo(ActivityStatusCode.Error));
        Assert.That(Tag(span, WeChatMiniProgramDiagnostics.OutcomeTag), Is.EqualTo(nameof(WeChatErrorKind.UserBlocked)));
        Assert.That(Tag(span, WeChatMiniProgramDiagnostics.ErrorCodeTag), Is.EqualTo(40226));
    }

    [Test]
    public async Task Login_ThatGetsNoAnswer_IsASpanThatSaysUnavailable()
    {
        server.Sandbox.FailAlways(SandboxFault.Html);

        var span = await SpanOfAsync(fault: null, "code");

        Assert.That(Tag(span, WeChatMiniProgramDiagnostics.OutcomeTag), Is.EqualTo("Unavailable"));
        Assert.That(Tag(span, WeChatMiniProgramDiagnostics.AttemptsTag), Is.EqualTo(3));
    }

    [Test]
    public async Task Logins_AreMeasured_ByAppApiAndOutcome()
    {
        using (var app = Observed())
        {
            await app.Login.LoginAsync(server.Sandbox.Login("o1"));
            await Failure.OfAsync<WeChatApiException>(app.Login.LoginAsync("unknown code"));
            app.Services.GetRequiredService<MeterProvider>().ForceFlush();
        }

        var duration = metrics.Last(metric => metric.Name == WeChatMiniProgramDiagnostics.RequestDurationInstrumentName);
        var errors = metrics.Last(metric => metric.Name == WeChatMiniProgramDiagnostics.RequestErrorsInstrumentName);
        Assert.That(duration.Unit, Is.EqualTo("s"));
        Assert.That(Points(duration).Select(Outcome), Is.EquivalentTo(new[] { "Success", nameof(WeChatErrorKind.CodeRejected) }));
        Assert.That(Points(duration).Sum(point => point.GetHistogramSum()), Is.InRange(0.0001, 10));
        Assert.That(BucketBounds(Points(duration)[0]), Does.Contain(0.1).And.Contain(0.5).And.Contain(10), "seconds, not milliseconds");
        Assert.That(Points(errors).Select(Outcome), Is.EqualTo(new[] { nameof(WeChatErrorKind.CodeRejected) }));
        Assert.That(Points(errors).Single().GetSumLong(), Is.EqualTo(1));
        Assert.That(TagNames(Points(errors).Single()), Is.EquivalentTo(new[]
        {
            WeChatMiniProgramDiagnostics.AppIdTag, WeChatMiniProgramDiagnostics.ApiTag, WeChatMiniProgramDiagnostics.OutcomeTag,
        }));
    }

    [Test]
    public async Task Store_ThatFails_IsCounted()
    {
        using (var app = Observed(builder => builder.Services.AddSingleton<ISessionKeyStore>(
            new FaultyStore(_ => Task.FromException(new IOException("down"))))))
        {
            await app.Login.LoginAsync(server.Sandbox.Login("o1"));
            await Failure.OfAsync<SessionKeyStoreException>(app.Login.LogoutAsync("o1"));
            app.Services.GetRequiredService<MeterProvider>().ForceFlush();
        }

        var errors = metrics.Last(metric => metric.Name == WeChatMiniProgramDiagnostics.SessionKeyStoreErrorsInstrumentName);
        Assert.That(Points(errors).Single().GetSumLong(), Is.EqualTo(2));
        Assert.That(TagNames(Points(errors).Single()), Is.EqualTo(new[] { WeChatMiniProgramDiagnostics.AppIdTag }));
    }

    private static object? Tag(Activity span, string name) => span.GetTagItem(name);

    private static string? Outcome(MetricPoint point)
    {
        foreach (var tag in point.Tags)
        {
            if (tag.Key == WeChatMiniProgramDiagnostics.OutcomeTag)
                return tag.Value as string;
        }

        return null;
    }

    private static List<double> BucketBounds(MetricPoint point)
    {
        var bounds = new List<double>();
        foreach (var bucket in point.GetHistogramBuckets())
            bounds.Add(bucket.ExplicitBound);
        return bounds;
    }

    private static List<string> TagNames(MetricPoint point)
    {
        var names = new List<string>();
        foreach (var tag in point.Tags)
            names.Add(tag.Key);
        return names;
    }

    private static List<MetricPoint> Points(Metric metric)
    {
        var points = new List<MetricPoint>();
        foreach (ref readonly var point in metric.GetMetricPoints())
            points.Add(point);
        return points;
    }

    private async Task<Activity> SpanOfAsync(SandboxFault? fault, string code)
    {
        if (fault is not null)
            server.Sandbox.Fail(fault);
        using (var app = Observed())
        {
            try
            {
                await app.Login.LoginAsync(code);
            }
            catch (Exception exception) when (exception is WeChatApiException or WeChatUnavailableException)
            {
                // The span tells.
            }

            app.Services.GetRequiredService<TracerProvider>().ForceFlush();
        }

        return spans.Single();
    }

    private LoopbackApp Observed(Action<IWeChatMiniProgramBuilder>? build = null)
    {
        var app = new LoopbackApp(server.Sandbox, server.Address, build: builder =>
        {
            build?.Invoke(builder);
            builder.Services.AddOpenTelemetry()
                .WithTracing(tracing => tracing.AddSource(WeChatMiniProgramDiagnostics.ActivitySourceName).AddInMemoryExporter(spans))
                .WithMetrics(measuring => measuring.AddMeter(WeChatMiniProgramDiagnostics.MeterName).AddInMemoryExporter(metrics));
        });
        _ = app.Services.GetRequiredService<TracerProvider>();
        _ = app.Services.GetRequiredService<MeterProvider>();
        return app;
    }
}
