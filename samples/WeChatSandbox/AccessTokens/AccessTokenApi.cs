using WeChatSandbox.Apps;
using WeChatSandbox.Wire;

namespace WeChatSandbox.AccessTokens;

/// <summary>An API that is called with the access_token of the app that it is about.</summary>
internal abstract class AccessTokenApi(TokenGate gate) : IWeChatApi
{
    public abstract string Path { get; }

    public abstract string? Method { get; }

    public WeChatAnswer Answer(ApiRequest request) =>
        gate.Refuse(request.Query["access_token"], out var app) is { } refused ? refused : Answer(request, app!);

    protected abstract WeChatAnswer Answer(ApiRequest request, SandboxApp app);
}
