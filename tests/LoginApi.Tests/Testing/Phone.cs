using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace LoginApi.Tests.Testing;

/// <summary>A user's mini program, as far as the host can tell.</summary>
internal sealed class Phone(Uri host, Sandbox weChat, string openId) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = host, Timeout = TimeSpan.FromSeconds(20) };

    public string OpenId => openId;

    public string? AccessToken { get; set; }

    public string? RefreshToken { get; set; }

    /// <summary>What the proxy before the host says of the phone's address.</summary>
    public string? ForwardedFor { get; set; }

    public async Task<Answer> LoginAsync()
    {
        var answer = await PostAsync("/login", new { code = weChat.Login(openId) });
        AccessToken = answer.Text("accessToken");
        RefreshToken = answer.Text("refreshToken");
        return answer;
    }

    public Task<Answer> RefreshAsync() => PostAsync("/login/refresh", new { refreshToken = RefreshToken });

    public Task<Answer> GetAsync(string path) => SendAsync(new(HttpMethod.Get, path));

    public Task<Answer> PostAsync(string path, object? body = null) =>
        SendAsync(new(HttpMethod.Post, path) { Content = JsonContent.Create(body) });

    public Task<Answer> PostPhoneAsync(SandboxUserData data) => PostAsync("/me/phone", new { encryptedData = data.EncryptedData, iv = data.Iv });

    public Task<Answer> PutAsync(string path, object body) => SendAsync(new(HttpMethod.Put, path) { Content = JsonContent.Create(body) });

    public Task<Answer> PostTextAsync(string path, string body) =>
        SendAsync(new(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") });

    public Task<Answer> UploadAsync(byte[] picture, string name = "avatar.png", string type = "image/png")
    {
        var file = new ByteArrayContent(picture) { Headers = { ContentType = new(type) } };
        return SendAsync(new(HttpMethod.Post, "/me/avatar") { Content = new MultipartFormDataContent { { file, "file", name } } });
    }

    public void Dispose() => http.Dispose();

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        if (AccessToken is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", AccessToken);

        if (ForwardedFor is not null)
            request.Headers.Add("X-Forwarded-For", ForwardedFor);

        using (request)
        using (var response = await http.SendAsync(request))
            return await Answer.OfAsync(response);
    }
}
