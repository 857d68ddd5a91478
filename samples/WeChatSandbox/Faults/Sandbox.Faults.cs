namespace WeChatSandbox;

public sealed partial class Sandbox
{
    /// <summary>How many jscode2session requests arrived, with those that a fault met.</summary>
    public int RequestCount => RequestsOf();

    /// <summary>How many requests of one API arrived, with those that a fault or a refusal met.</summary>
    /// <param name="path">The API's path as WeChat has it, <c>/cgi-bin/stable_token</c>; <see langword="null"/> is jscode2session.</param>
    public int RequestsOf(string? path = null) => Apis[path].RequestCount;

    /// <summary>Schedules a fault behind those that wait at the same API: each request of that API uses one up.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="times">How many requests it meets.</param>
    /// <param name="path">The API's path; <see langword="null"/> is jscode2session, and no other API.</param>
    public void Fail(SandboxFault fault, int times = 1, string? path = null) => Apis[path].Faults.Add(fault, times);

    /// <summary>Meets every request of one API that finds no scheduled fault, until this is set to <see langword="null"/>.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="path">The API's path; <see langword="null"/> is jscode2session, and no other API.</param>
    public void FailAlways(SandboxFault? fault, string? path = null) => Apis[path].Faults.Always = fault;

    /// <summary>Forgets all faults of all APIs.</summary>
    public void ClearFaults() => Apis.ClearFaults();
}
