using System.Text;
using System.Text.Json;

namespace Consumers;

/// <summary>Plays the mini program: what wx.login and its buttons give comes from the sandbox's control API.</summary>
internal sealed class MiniProgram(HttpClient http, Uri weChat)
{
    public async Task<string> LoginAsync(string openId) => (await AskAsync("login", openId)).GetProperty("code").GetString()!;

    public async Task<string> PhoneCodeAsync(string openId) => (await AskAsync("phone-code", openId)).GetProperty("code").GetString()!;

    public async Task<(string EncryptedData, string Iv)> PhoneAsync(string openId)
    {
        var data = await AskAsync("phone", openId);
        return (data.GetProperty("encryptedData").GetString()!, data.GetProperty("iv").GetString()!);
    }

    private async Task<JsonElement> AskAsync(string path, string openId)
    {
        using var body = new StringContent($"{{\"openId\":\"{openId}\"}}", Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(weChat, $"sandbox/{path}"), body);
        answer.EnsureSuccessStatusCode();
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.Clone();
    }
}
