using Polly;

namespace WeChat.MiniProgram.Auth;

/// <summary>The pipelines of one app: round a whole call, and round each attempt at one of the two hosts.</summary>
internal abstract class WeChatPipelines
{
    public abstract ResiliencePipeline Call { get; }

    public abstract ResiliencePipeline MainHost { get; }

    public abstract ResiliencePipeline FallbackHost { get; }

    public static string CallKeyOf(string name) => KeyOf("", name);

    public static string MainHostKeyOf(string name) => KeyOf(":main", name);

    public static string FallbackHostKeyOf(string name) => KeyOf(":fallback", name);

    // The name comes last, so that no name makes the key of another app's host.
    private static string KeyOf(string host, string name) => $"WeChat.MiniProgram.Auth{host}{(name.Length == 0 ? "" : $"/{name}")}";
}
