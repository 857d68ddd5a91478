using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The lines by which a host gets its access_tokens elsewhere, and uses those of the package.</summary>
internal static class TokenHost
{
    public static void RegisterServer(GuideBuilder builder)
    {
        // README begins
        builder.Services.AddHttpClient(nameof(TokenServer), client => client.BaseAddress = new Uri("https://tokens.internal/")).RemoveAllLoggers();
        builder.Services.AddSingleton<IAccessTokenProvider, TokenServer>();

        // README ends
    }

    public static void RegisterCheck(GuideBuilder builder)
    {
        // README begins
        builder.Services.AddHttpClient(nameof(TextCheck)).RemoveAllLoggers(); // the factory's own lines would show the access_token
        builder.Services.AddSingleton<TextCheck>();

        // README ends
    }
}
