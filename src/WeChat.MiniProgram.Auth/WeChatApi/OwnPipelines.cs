using Microsoft.Extensions.Logging;
using Polly;
using Polly.Registry;
using Polly.Telemetry;

namespace WeChat.MiniProgram.Auth;

/// <summary>
/// The pipelines of an app that comes and goes: circuits of its own, which are freed with it, as those in Polly's registry never are;
/// the rest, which remembers nothing of an app, is shared.
/// </summary>
internal sealed class OwnPipelines(
    string sharedName, ResiliencePipelineProvider<string> provider, TimeProvider timeProvider, TelemetryOptions telemetry, ILogger logger)
    : WeChatPipelines
{
    private readonly string callKey = CallKeyOf(sharedName);
    private readonly Lazy<ResiliencePipeline> mainHost = new(() => MakeHost(MainHostKeyOf(sharedName), timeProvider, telemetry, logger));
    private readonly Lazy<ResiliencePipeline> fallbackHost = new(() => MakeHost(FallbackHostKeyOf(sharedName), timeProvider, telemetry, logger));

    public override ResiliencePipeline Call => provider.GetPipeline(callKey);

    public override ResiliencePipeline MainHost => mainHost.Value;

    public override ResiliencePipeline FallbackHost => fallbackHost.Value;

    private static ResiliencePipeline MakeHost(string name, TimeProvider timeProvider, TelemetryOptions telemetry, ILogger logger)
    {
        var builder = new ResiliencePipelineBuilder { Name = name, TimeProvider = timeProvider };
        builder.ConfigureTelemetry(telemetry);
        WeChatResilience.AddHostStrategies(builder, logger);
        return builder.Build();
    }
}
