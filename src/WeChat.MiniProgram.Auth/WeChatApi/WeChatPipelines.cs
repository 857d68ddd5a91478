using Polly;

namespace WeChat.MiniProgram.Auth;

/// <summary>The pipelines of one app: round a whole call, and round each attempt at one of the two hosts.</summary>
internal abstract class WeChatPipelines
{
    public abstract ResiliencePipeline Call { get; }

    public abstract ResiliencePipeline MainHost { get; }

    public abstract ResiliencePipeline FallbackHost { get; }

    public static string CallKeyOf(string name) => WeChatMiniProgramDiagnostics.ResiliencePipelineKey(name);

    public static string MainHostKeyOf(string name) => WeChatMiniProgramDiagnostics.PipelineKey("WeChat.MiniProgram.Auth:main", name);

    public static string FallbackHostKeyOf(string name) => WeChatMiniProgramDiagnostics.PipelineKey("WeChat.MiniProgram.Auth:fallback", name);
}
