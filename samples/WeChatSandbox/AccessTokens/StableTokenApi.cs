using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using WeChatSandbox.Apps;
using WeChatSandbox.Wire;

namespace WeChatSandbox.AccessTokens;

internal sealed class StableTokenApi(AppDirectory apps, StableTokens tokens) : IWeChatApi
{
    public string Path => "/cgi-bin/stable_token";

    public string? Method => HttpMethods.Post;

    public WeChatAnswer Answer(ApiRequest request)
    {
        if (request.ReadJson(out var json) is { } unreadable)
            return unreadable;
        if (json.Text("grant_type") != "client_credential")
            return WeChatError.InvalidGrantType;
        if (json.Text("appid") is not { } appId)
            return WeChatError.AppIdMissing;
        if (json.Text("secret") is not { } secret)
            return WeChatError.AppSecretMissing;
        if (apps.Find(appId) is not { } app)
            return WeChatError.InvalidAppId;
        if (secret != app.AppSecret)
            return WeChatError.InvalidAppSecret;

        return Token(tokens.Of(app), json.IsTrue("force_refresh"));
    }

    private WeChatAnswer Token(StableToken stable, bool force)
    {
        if (!stable.TryCountCall())
            return WeChatError.MinuteQuota;

        var token = force ? stable.ForceRefresh() : stable.Current();
        return new JsonObject { ["access_token"] = token.Value, ["expires_in"] = tokens.ExpiresIn(token) };
    }
}
