using Microsoft.AspNetCore.Http;
using WeChatSandbox.Faults;

namespace WeChatSandbox.Wire;

/// <summary>An API with the faults that wait for it and the requests that it had.</summary>
internal sealed class ServedApi(IWeChatApi api, TimeProvider clock)
{
    private int requestCount;

    public string Path => api.Path;

    public TimeProvider Clock => clock;

    public FaultSchedule Faults { get; } = new();

    public int RequestCount => Volatile.Read(ref requestCount);

    public void CountRequest() => Interlocked.Increment(ref requestCount);

    public string Answer(ApiRequest request)
    {
        var answer = WrongMethod(request.Method) is { } wrong ? wrong : api.Answer(request);
        return answer.Error is { } error ? Error(error) : WeChatBody.Success(answer.Fields!);
    }

    public string Error(WeChatError error) => WeChatBody.Error(error, api, clock.GetUtcNow());

    private WeChatError? WrongMethod(string method) => api.Method switch
    {
        null => null,
        var only when only == method => null,
        var only => HttpMethods.IsPost(only) ? WeChatError.PostRequired : WeChatError.GetRequired,
    };
}
