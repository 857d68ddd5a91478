using System.Text.Json;

namespace WeChat.MiniProgram.Auth.Tests;

// README begins
public sealed class TextCheck(IHttpClientFactory clients, IAccessTokenProvider accessTokens)
{
    public async Task<int> CheckAsync(string openId, string text, CancellationToken cancellationToken)
    {
        var accessToken = await accessTokens.GetAccessTokenAsync(cancellationToken);
        var address = new Uri($"https://api.weixin.qq.com/wxa/msg_sec_check?access_token={Uri.EscapeDataString(accessToken)}");
        var body = JsonSerializer.SerializeToUtf8Bytes(new { version = 2, scene = 2, openid = openId, content = text });
        using var client = clients.CreateClient(nameof(TextCheck));
        using var content = new ByteArrayContent(body); // it has a Content-Length, which JsonContent lacks: WeChat answers that with HTTP 412
        using var response = await client.PostAsync(address, content, cancellationToken);
        using var answer = await JsonDocument.ParseAsync(
            await response.Content.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken);
        var errorCode = answer.RootElement.GetProperty("errcode").GetInt32();
        if (errorCode is 40001 or 40014 or 42001)
        {
            accessTokens.Invalidate(accessToken); // the next call gets another one
        }

        return errorCode;
    }
}

// README ends
