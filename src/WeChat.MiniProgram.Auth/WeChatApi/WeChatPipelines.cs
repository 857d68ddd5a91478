using Polly;
using Polly.Registry;

namespace WeChat.MiniProgram.Auth;

/// <summary>The three pipelines of one app, by their keys in Polly's registry.</summary>
internal sealed class WeChatPipelines(string name, ResiliencePipelineProvider<string> provider)
{
    private readonly string callKey = CallKeyOf(name);
    private readonly string mainHostKey = MainHostKeyOf(name);
    private readonly string fallbackHostKey = FallbackHostKeyOf(name);

    public ResiliencePipeline Call => provider.GetPipeline(callKey);

    public ResiliencePipeline MainHost => provider.GetPipeline(mainHostKey);

    public ResiliencePipeline FallbackHost => provider.GetPipeline(fallbackHostKey);

    public static string CallKeyOf(string name) => WeChatMiniProgramDiagnostics.ResiliencePipelineKey(name);

    public static string MainHostKeyOf(string name) => $"{CallKeyOf(name)}:main";

    public static string FallbackHostKeyOf(string name) => $"{CallKeyOf(name)}:fallback";
}
