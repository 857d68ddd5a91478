using Polly;
using Polly.Registry;

namespace WeChat.MiniProgram.Auth;

/// <summary>The pipelines of a registered app, by their keys in Polly's registry.</summary>
internal sealed class RegisteredPipelines(string name, ResiliencePipelineProvider<string> provider) : WeChatPipelines
{
    private readonly string callKey = CallKeyOf(name);
    private readonly string mainHostKey = MainHostKeyOf(name);
    private readonly string fallbackHostKey = FallbackHostKeyOf(name);

    public override ResiliencePipeline Call => provider.GetPipeline(callKey);

    public override ResiliencePipeline MainHost => provider.GetPipeline(mainHostKey);

    public override ResiliencePipeline FallbackHost => provider.GetPipeline(fallbackHostKey);
}
