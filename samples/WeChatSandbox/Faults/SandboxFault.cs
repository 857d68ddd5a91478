using WeChatSandbox.Faults;
using WeChatSandbox.Wire;

namespace WeChatSandbox;

/// <summary>
/// What WeChat, or the network before it, does to one request of an API on a bad day. Each says whether the code is spent, which is to
/// say whether WeChat did what was asked: a code that was not spent can be exchanged by the next request.
/// </summary>
public sealed class SandboxFault
{
    private readonly Func<Exchange, Task> apply;

    private SandboxFault(string kind, Func<Exchange, Task> apply)
    {
        Kind = kind;
        this.apply = apply;
    }

    /// <summary>-1, system busy. The code is not spent.</summary>
    public static SandboxFault Busy { get; } = new("busy", AnswerFaults.Error(WeChatError.SystemError));

    /// <summary>HTTP 200 with an empty body of type text/html. The code is not spent.</summary>
    public static SandboxFault Empty { get; } = new("empty", AnswerFaults.Body("", "text/html"));

    /// <summary>HTTP 200 with an HTML page, as from a proxy in between. The code is not spent.</summary>
    public static SandboxFault Html { get; } = new("html", AnswerFaults.Page);

    /// <summary>A complete answer whose JSON ends in the middle. The code is spent.</summary>
    public static SandboxFault TruncatedJson { get; } = new("truncatedJson", AnswerFaults.TruncatedJson);

    /// <summary>The normal answer, gzip-compressed although nobody asked for it. The code is spent.</summary>
    public static SandboxFault Gzip { get; } = new("gzip", AnswerFaults.Gzip);

    /// <summary>
    /// 302 to the same API with a slash at its end and the same query, secrets and all; a client that follows gets the normal answer
    /// there. The code is not spent.
    /// </summary>
    public static SandboxFault Redirect { get; } = new("redirect", AnswerFaults.Redirect);

    /// <summary>The connection is cut before WeChat looks at the code, which is not spent.</summary>
    public static SandboxFault ResetBefore { get; } = new("resetBefore", ConnectionFaults.ResetBefore);

    /// <summary>The connection is cut in place of the answer. The code is spent.</summary>
    public static SandboxFault ResetAfter { get; } = new("resetAfter", ConnectionFaults.ResetAfter);

    /// <summary>The connection is cut after the headers and half of the body. The code is spent.</summary>
    public static SandboxFault ResetMidBody { get; } = new("resetMidBody", ConnectionFaults.ResetMidBody);

    /// <summary>No answer until the client goes. The code is not spent.</summary>
    public static SandboxFault Hang { get; } = new("hang", ConnectionFaults.Hang);

    /// <summary>The headers of an answer, and no body until the client goes. The code is spent.</summary>
    public static SandboxFault HangAfterHeaders { get; } = new("hangAfterHeaders", ConnectionFaults.HangAfterHeaders);

    /// <summary>The answer a byte at a time, about 50 a second, then spaces until the client goes. The code is spent.</summary>
    public static SandboxFault SlowDrip { get; } = new("slowDrip", StreamFaults.SlowDrip);

    /// <summary>The fault's name, as the control API has it.</summary>
    public string Kind { get; }

    /// <summary>HTTP 200 with any errcode; the errmsg gets a rid. The code is not spent.</summary>
    public static SandboxFault ErrCode(int code, string errmsg) => new("errcode", AnswerFaults.Error(new WeChatError(code, errmsg)));

    /// <summary>An HTTP status with a small HTML page, and Retry-After in whole seconds where given. The code is not spent.</summary>
    public static SandboxFault Status(int status, TimeSpan? retryAfter = null) => new("status", AnswerFaults.Status(status, retryAfter));

    /// <summary>HTTP 200 with any body. The code is not spent.</summary>
    public static SandboxFault Body(string body, string contentType) => new("body", AnswerFaults.Body(body, contentType));

    /// <summary>The normal answer, padded inside its JSON so that the body has this many bytes. The code is spent.</summary>
    public static SandboxFault Huge(long bytes) => new("huge", StreamFaults.Huge(bytes));

    /// <summary>The normal answer after a delay on the sandbox's clock. The code is spent when the request arrives.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative.</exception>
    public static SandboxFault Slow(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return new("slow", StreamFaults.Slow(delay));
    }

    /// <summary>The <see cref="Kind"/>.</summary>
    public override string ToString() => Kind;

    internal Task ApplyAsync(Exchange exchange) => apply(exchange);
}
