using Microsoft.AspNetCore.Http;
using WeChatSandbox.AccessTokens;
using WeChatSandbox.Apps;
using WeChatSandbox.Wire;

namespace WeChatSandbox.Users;

internal sealed class GetPaidUnionId(TokenGate gate, Payments payments) : AccessTokenApi(gate)
{
    public override string Path => "/wxa/getpaidunionid";

    public override string Method => HttpMethods.Get;

    protected override WeChatAnswer Answer(ApiRequest request, SandboxApp app)
    {
        if (!Payments.IsOrder(request.Query))
            return WeChatError.MissingParameter;
        if (request.Query["openid"] is not { } openId || app.FindUser(openId) is not { } user)
            return WeChatError.InvalidOpenId;
        if (user.UnionId is not { } unionId)
            return WeChatError.NotBound;
        if (!payments.IsPaid(app, user, request.Query))
            return WeChatError.InvalidTrade;

        return WeChatAnswer.Ok(("unionid", unionId));
    }
}
