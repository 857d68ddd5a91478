using Polly;

namespace WeChat.MiniProgram.Auth;

/// <summary>What a host added to an app's pipeline, as named options, so that the order of registration does not matter.</summary>
internal sealed class ResilienceExtensions
{
    public Action<ResiliencePipelineBuilder>? Configure { get; set; }
}
