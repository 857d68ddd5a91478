using System.Text.Json;
using Microsoft.Extensions.Caching.Distributed;

namespace WeChat.MiniProgram.Auth.Tests;

// README begins
public sealed class HandWrittenLogin(HttpClient http, IDistributedCache cache, string appId, string appSecret)
{
    public async Task<string> LoginAsync(string code)
    {
        var url = $"https://api.weixin.qq.com/sns/jscode2session?appid={appId}&secret={appSecret}&js_code={code}&grant_type=authorization_code";
        using var answer = JsonDocument.Parse(await http.GetStringAsync(new Uri(url)));
        var openId = answer.RootElement.GetProperty("openid").GetString()!;
        await cache.SetStringAsync($"session_key:{openId}", answer.RootElement.GetProperty("session_key").GetString()!);
        return openId;
    }
}

// README ends
