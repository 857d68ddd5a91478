namespace WeChatSandbox.Control;

internal sealed record FaultBody(
    string Kind,
    string? Path,
    int? Times,
    bool? Always,
    int? ErrCode,
    string? ErrMsg,
    int? Status,
    double? RetryAfterSeconds,
    string? Body,
    string? ContentType,
    double? DelaySeconds,
    long? Bytes)
{
    private static readonly SandboxFault[] Plain =
    [
        SandboxFault.Busy, SandboxFault.Empty, SandboxFault.Html, SandboxFault.TruncatedJson, SandboxFault.Gzip, SandboxFault.Redirect,
        SandboxFault.ResetBefore, SandboxFault.ResetAfter, SandboxFault.ResetMidBody, SandboxFault.Hang, SandboxFault.HangAfterHeaders,
        SandboxFault.SlowDrip,
    ];

    public SandboxFault ToFault() => Kind switch
    {
        "errcode" => SandboxFault.ErrCode(Needed(ErrCode, "errcode"), ErrMsg ?? ""),
        "status" => SandboxFault.Status(
            Needed(Status, "status"), RetryAfterSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null),
        "body" => SandboxFault.Body(Body ?? "", ContentType ?? "text/plain"),
        "huge" => SandboxFault.Huge(Needed(Bytes, "bytes")),
        "slow" => SandboxFault.Slow(TimeSpan.FromSeconds(Needed(DelaySeconds, "delaySeconds"))),
        _ => Array.Find(Plain, fault => fault.Kind == Kind) ?? throw new ArgumentException(
            $"There is no such kind of fault. The kinds are errcode, status, body, huge, slow, {string.Join(", ", (object[])Plain)}."),
    };

    private T Needed<T>(T? value, string name)
        where T : struct => value ?? throw new ArgumentException($"The fault {Kind} needs {name}.");
}
